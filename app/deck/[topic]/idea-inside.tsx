"use client";

import Link from "next/link";
import { cardTitle } from "#core/content/card-title";
import { drawCard } from "#core/content/draw-card";
import { isMachineGraded } from "#core/grading/machine-card";
import { lessonText } from "#core/text/site/lesson-text";
import controls from "#ui/controls.module.css";
import { CardState } from "./card-state";
import { ConceptNote } from "./concept-note";
import styles from "./topic.module.css";
import { useTopicPart } from "./use-topic-part";

type Props = { part: string; topic: string; idea: string };

/** Nobody was asked: any values will do. */
const anySeed = 1;

/**
 * What an idea holds once it is unfolded. It comes from the topic's part of the deck, which the
 * browser has or keeps anyway: in the page it would stand twice more.
 */
export function IdeaInside({ part, topic, idea }: Props) {
  const loaded = useTopicPart(part, topic);
  if (loaded.phase !== "here") return <p className={styles.ideasLead}>{loaded.says}</p>;
  const concept = loaded.part.concepts.find(({ id }) => id === idea);
  const cards = loaded.part.cards.filter((card) => card.concept === idea);
  if (!concept) return null;
  const text = lessonText();
  return (
    <>
      <ConceptNote concept={concept} />
      <ul className={styles.cards}>
        {cards.map((card) => (
          <li key={card.id}>
            <span>{cardTitle(drawCard(card, anySeed))}</span>
            <CardState card={card.id} />
          </li>
        ))}
      </ul>
      {cards.some(({ kind }) => isMachineGraded(kind)) && (
        <p className={styles.onIdea}>
          <Link href={`/quiz?concept=${idea}`} className={controls.quiet} prefetch={false}>
            {text.quizOnIdea}
            <span className="visually-hidden">{concept.title}</span>
          </Link>
        </p>
      )}
    </>
  );
}

import Link from "next/link";
import { cardTitle } from "#core/content/card-title";
import { drawCard } from "#core/content/draw-card";
import type { Card, Concept } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import { lessonText } from "#core/text/site/lesson-text";
import controls from "#ui/controls.module.css";
import { CardState } from "./card-state";
import { ConceptNote } from "./concept-note";
import { IdeaRecallWords } from "./recall-words";
import styles from "./topic.module.css";

type Props = { concepts: readonly Concept[]; cards: readonly Card[] };

/** Nobody was asked: any values will do. */
const anySeed = 1;

/** Where the ideas stand in the page, for links to them. */
export const ideasId = "ideas";

/** The topic's ideas, each folded up: then and now, and the cards that ask for it. */
export function TopicIdeas({ concepts, cards }: Props) {
  const text = lessonText();
  return (
    <section id={ideasId} className={styles.ideas}>
      <h2>{text.ideas}</h2>
      <p className={styles.ideasLead}>{text.ideasLead}</p>
      {concepts.map((concept) => {
        const own = cards.filter((card) => card.concept === concept.id);
        return (
          <details key={concept.id} id={concept.id} className={styles.idea}>
            <summary>
              <h3>{concept.title}</h3>
              <IdeaRecallWords cards={own.map(({ id }) => id)} />
            </summary>
            <ConceptNote concept={concept} />
            <ul className={styles.cards}>
              {own.map((card) => (
                <li key={card.id}>
                  <span>{cardTitle(drawCard(card, anySeed))}</span>
                  <CardState card={card.id} />
                </li>
              ))}
            </ul>
            {own.some(({ kind }) => isMachineGraded(kind)) && (
              <p className={styles.onIdea}>
                <Link
                  href={`/quiz?concept=${concept.id}`}
                  className={controls.quiet}
                  prefetch={false}
                >
                  {text.quizOnIdea}
                  <span className="visually-hidden">{concept.title}</span>
                </Link>
              </p>
            )}
          </details>
        );
      })}
    </section>
  );
}

import type { Card, Concept } from "#core/content/types";
import { lessonText } from "#core/text/site/lesson-text";
import { IdeaInside } from "./idea-inside";
import { IdeaRecallWords } from "./recall-words";
import styles from "./topic.module.css";

type Props = {
  concepts: readonly Concept[];
  cards: readonly Card[];
  /** The address of the topic's part of the deck. */
  part: string;
};

/** Where the ideas stand in the page, for links to them. */
export const ideasId = "ideas";

/** The topic's ideas, each folded up: then and now, and the cards that ask for it. */
export function TopicIdeas({ concepts, cards, part }: Props) {
  const text = lessonText();
  return (
    <section id={ideasId} className={styles.ideas}>
      <h2>{text.ideas}</h2>
      <p className={styles.ideasLead}>{text.ideasLead}</p>
      {concepts.map(({ id, title, topic }) => (
        <details key={id} id={id} className={styles.idea}>
          <summary>
            <h3>{title}</h3>
            <IdeaRecallWords
              cards={cards.filter(({ concept }) => concept === id).map((card) => card.id)}
            />
          </summary>
          <IdeaInside part={part} topic={topic} idea={id} />
        </details>
      ))}
    </section>
  );
}

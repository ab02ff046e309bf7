import type { DrawnCard } from "#core/content/draw-card";
import type { Topic } from "#core/content/types";
import { cardText } from "#core/text/study/card-text";
import { questionId } from "#ui/form/question-id";
import { RichText } from "#ui/rich-text";
import styles from "./card-front.module.css";
import { GapSentence } from "./gap-sentence";
import { slideWords } from "./slide-words";

/** The topic, the slide, and the question as the largest thing on the page. */
export function CardFront({
  card,
  topic,
  level = 1,
}: {
  card: DrawnCard;
  topic: Topic;
  level?: 1 | 3;
}) {
  const Heading = `h${level}` as const;
  // Where a card is answered its sentence stands below, around the field.
  const isTask = card.kind === "cloze" && level === 1;
  return (
    <>
      <p className={styles.topic}>
        <span className={styles.container} aria-hidden="true" />
        <span className={styles.title}>{topic.title}</span>
        <span className={styles.slide}>{slideWords(card.slides)}</span>
      </p>
      <Heading
        id={level === 1 ? questionId : undefined}
        className={isTask ? styles.task : styles.front}
        tabIndex={-1}
        data-front
      >
        {isTask ? <GapTask card={card} /> : <Question card={card} />}
      </Heading>
    </>
  );
}

function Question({ card }: { card: DrawnCard }) {
  return card.kind === "cloze" ? <GapSentence card={card} /> : <RichText text={card.front} />;
}

/** The sentence is read aloud with its gap; the eye has it below, with the field in it. */
function GapTask({ card }: { card: DrawnCard }) {
  return (
    <>
      {cardText().fillGap}{" "}
      <span className="visually-hidden">
        <Question card={card} />
      </span>
    </>
  );
}

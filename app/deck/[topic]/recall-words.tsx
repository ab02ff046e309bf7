"use client";

import { type RecallCount, recallOfCards } from "#core/progress/recall-by-topic";
import { percent } from "#core/progress/sentences";
import { momentOf } from "#core/scheduling/study-day";
import { deckText } from "#core/text/site/deck-text";
import { lessonText } from "#core/text/site/lesson-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import { useStudyDay } from "#local/store/use-study-day";
import styles from "./topic.module.css";

type Props = { cards: readonly string[] };

/** Of a topic's cards: "Recall today 83 %, 5 of 17 cards studied"; nothing before the first. */
export function TopicRecallWords({ cards }: Props) {
  const count = useRecallOf(cards);
  if (!count) return null;
  return <p className={styles.recall}>{deckText().recall(percent(count.recall), count)}</p>;
}

/** Of an idea's cards, how many there are, or how well the learner knows them; folded up, too. */
export function IdeaRecallWords({ cards }: Props) {
  const count = useRecallOf(cards);
  const text = lessonText();
  return (
    <span className={styles.small}>
      {count ? text.recallOf(percent(count.recall), count) : text.cards(cards.length)}
    </span>
  );
}

/** Null until one of the cards was studied. */
function useRecallOf(cards: readonly string[]): RecallCount | null {
  const states = useLearner()?.states;
  useStudyDay();
  if (!states) return null;
  const count = recallOfCards(cards, states, momentOf(deviceNow()));
  return count.studied === 0 ? null : count;
}

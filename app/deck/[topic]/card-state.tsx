"use client";

import { cardStateWords } from "#core/progress/card-state-words";
import { momentOf } from "#core/scheduling/study-day";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import { useStudyDay } from "#local/store/use-study-day";
import styles from "./topic.module.css";

/** What the learner of this browser knows of a card; nothing for one who has studied none. */
export function CardState({ card }: { card: string }) {
  const states = useLearner()?.states;
  useStudyDay();
  if (!states || states.size === 0) return null;
  const words = cardStateWords(states.get(card), momentOf(deviceNow()));
  return <span className={styles.state}>{words}</span>;
}

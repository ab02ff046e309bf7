"use client";

import { retrievability } from "#core/scheduling/fsrs";
import { momentOf } from "#core/scheduling/study-day";
import type { CardState as State } from "#core/scheduling/types";
import { lessonText } from "#core/text/lesson-text";
import { deviceNow } from "#local/device-time";
import { useLearner } from "#local/use-learner";
import styles from "./topic.module.css";

/** What the learner of this browser knows of a card; nothing for one who has studied none. */
export function CardState({ card }: { card: string }) {
  const learner = useLearner();
  if (!learner || learner.states.size === 0) return null;
  return <span className={styles.state}>{stateWords(learner.states.get(card))}</span>;
}

function stateWords(state: State | undefined): string {
  const text = lessonText();
  if (!state || state.phase === "new") return text.notStudied;
  const { studyDay } = momentOf(deviceNow());
  if (state.phase !== "review") return text.learning;
  const recall = text.recall(Math.round(100 * (retrievability(state, { studyDay }) ?? 0)));
  const days = state.dueDay - studyDay;
  if (days <= 0) return `${recall}, ${text.dueToday}`;
  return `${recall}, ${days === 1 ? text.dueTomorrow : text.dueIn(days)}`;
}

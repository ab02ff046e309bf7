import { retrievability } from "#core/scheduling/fsrs";
import type { CardState, Moment } from "#core/scheduling/types";
import { lessonText } from "#core/text/site/lesson-text";
import { percent } from "./sentences";

/** What a learner knows of a card, and when it comes back: "recall 83 %, due tomorrow". */
export function cardStateWords(
  state: CardState | undefined,
  { studyDay }: Pick<Moment, "studyDay">,
): string {
  const text = lessonText();
  if (!state) return text.notStudied;
  if (state.phase === "new") return state.missed ? text.missed : text.notStudied;
  const recall = retrievability(state, { studyDay });
  const known =
    state.phase === "review" && recall !== null ? text.recall(percent(recall)) : text.learning;
  return `${known}, ${dueWords(state.dueDay - studyDay)}`;
}

/**
 * When a card comes back, from how many days are left: one that was due on a day gone by is due today
 * like any other, nobody is scolded for it.
 */
export function dueWords(days: number): string {
  const text = lessonText();
  if (days <= 0) return text.dueToday;
  return days === 1 ? text.dueTomorrow : text.dueIn(days);
}

import { figuresText } from "#core/text/progress/figures-text";
import type { Calendar } from "./calendar";
import type { Effort, Work } from "./effort";
import type { Forecast } from "./forecast";
import type { RecallCount } from "./recall-by-topic";

/**
 * A share as a percentage, kept on one line. Rounded, but neither all nor nothing is said of less
 * than that.
 */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  const honest = share > 0 && share < 1 ? Math.min(99, Math.max(1, rounded)) : rounded;
  return figuresText().percent(honest);
}

/** Null for a learner who has not studied yet. */
export function recallSentence({ studied, recall }: RecallCount): string | null {
  return studied === 0 ? null : figuresText().recall(percent(recall));
}

/** "You have studied 218 of 362 cards." Null for a learner who has not studied yet. */
export function studiedSentence({ studied, cards }: RecallCount): string | null {
  return studied === 0 ? null : figuresText().cardsStudied(studied, cards);
}

/** "18 cards are due today, then about 12 a day." Null where nothing is scheduled. */
export function forecastSentence({ days, later }: Forecast): string | null {
  const [today, ...ahead] = days.map((day) => day.due);
  const sum = ahead.reduce((total, due) => total + due, 0);
  if (today === undefined || today + sum + later === 0) return null;
  if (sum === 0) return figuresText().dueToday(today);
  return figuresText().dueThen(today, Math.round(sum / ahead.length));
}

/** "You studied on 61 of the last 154 days, 4 of them this week." Null where no day was studied. */
export function calendarSentence({ studied, days }: Calendar, { thisWeek }: Effort): string | null {
  if (studied === 0) return null;
  return figuresText().studied({ part: studied, whole: days.length }, thisWeek);
}

/** "12 reviews in 4 minutes". Null where nothing was done. */
export function workPhrase({ reviews, minutes }: Work): string | null {
  return reviews === 0 ? null : figuresText().work(reviews, minutes);
}

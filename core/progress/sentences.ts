import { counted } from "#core/counted";
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
  return `${honest}\u00a0%`;
}

/** Null for a learner who has not studied yet. */
export function recallSentence({ studied, recall }: RecallCount): string | null {
  return studied === 0 ? null : `You would recall ${percent(recall)} of the talk today`;
}

/** "218 of 362 cards moored." Null for a learner who has not studied yet. */
export function mooredSentence({ studied, cards }: RecallCount): string | null {
  return studied === 0 ? null : `${studied} of ${counted(cards, "card")} moored.`;
}

/** "18 cards are due today, then about 12 a day." Null where nothing is scheduled. */
export function forecastSentence({ days, later }: Forecast): string | null {
  const [today, ...ahead] = days.map((day) => day.due);
  const sum = ahead.reduce((total, due) => total + due, 0);
  if (today === undefined || today + sum + later === 0) return null;
  const now =
    today === 0 ? "Nothing is" : `${counted(today, "card")} ${today === 1 ? "is" : "are"}`;
  if (sum === 0) return `${now} due today.`;
  const mean = Math.round(sum / ahead.length);
  return `${now} due today, then ${mean === 0 ? "less than one" : `about ${mean}`} a day.`;
}

/** "61 days of the last 154; 4 of 5 this week." Null where no day was studied. */
export function calendarSentence({ studied, days }: Calendar, { thisWeek }: Effort): string | null {
  if (studied === 0) return null;
  const week = `${thisWeek.studied} of ${thisWeek.days} this week`;
  return `${counted(studied, "day")} of the last ${days.length}; ${week}.`;
}

/** "12 reviews in 4 minutes". Null where nothing was done. */
export function workPhrase({ reviews, minutes }: Work): string | null {
  return reviews === 0 ? null : `${counted(reviews, "review")} in ${counted(minutes, "minute")}`;
}

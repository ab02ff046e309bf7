import type { DailyTotal } from "#core/log/totals";
import { reviewsByDay } from "./reviews-by-day";
import { weekStart } from "./week-start";

/** `minutes` are whole; any time at all is at least one. */
export type Work = { reviews: number; minutes: number };

export type Effort = {
  today: Work;
  /** Today included. */
  last7: Work;
  last30: Work;
  /** Days studied of those since Monday, today included. Missing one breaks nothing. */
  thisWeek: number;
};

/** What was done lately: reviews and the time they took. */
export function effort(totals: readonly DailyTotal[], today: number): Effort {
  const monday = weekStart(today);
  const studied = [...reviewsByDay(totals).keys()].filter((day) => day >= monday && day <= today);
  return {
    today: workSince(totals, today, today),
    last7: workSince(totals, today - 6, today),
    last30: workSince(totals, today - 29, today),
    thisWeek: studied.length,
  };
}

function workSince(totals: readonly DailyTotal[], from: number, today: number): Work {
  let reviews = 0;
  let duration = 0;
  for (const total of totals) {
    if (total.studyDay < from || total.studyDay > today) continue;
    reviews += total.reviews;
    duration += total.duration;
  }
  const minutes = duration > 0 ? Math.max(1, Math.round(duration / 60_000)) : 0;
  return { reviews, minutes };
}

import type { DailyTotal } from "#core/log/totals";
import { reviewsByDay } from "./reviews-by-day";
import { weekStart } from "./week-start";

/** 0: nothing; 1 to 4: from 1, 10, 25, 50 reviews on. */
export type Level = 0 | 1 | 2 | 3 | 4;

export type CalendarDay = { studyDay: number; reviews: number; level: Level };

export type Calendar = {
  /** From a Monday to today, so that seven make a column; the last week ends with today. */
  days: CalendarDay[];
  /** Days with at least one review. */
  studied: number;
  reviews: number;
};

/** The days of the last weeks, the present one included, with what was done on each. */
export function calendar(totals: readonly DailyTotal[], today: number, weeks = 22): Calendar {
  const reviewed = reviewsByDay(totals);
  const from = weekStart(today) - (weeks - 1) * 7;
  const days = Array.from({ length: today - from + 1 }, (_, past): CalendarDay => {
    const reviews = reviewed.get(from + past) ?? 0;
    return { studyDay: from + past, reviews, level: levelOf(reviews) };
  });
  return {
    days,
    studied: days.filter((day) => day.reviews > 0).length,
    reviews: days.reduce((sum, day) => sum + day.reviews, 0),
  };
}

/** Fixed steps, not shares of the best day: one long evening must not make all others look pale. */
export function levelOf(reviews: number): Level {
  if (reviews < 1) return 0;
  if (reviews < 10) return 1;
  if (reviews < 25) return 2;
  return reviews < 50 ? 3 : 4;
}

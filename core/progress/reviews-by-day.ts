import type { DailyTotal } from "#core/log/totals";

/** Number of reviews by study day; days without any are left out. */
export function reviewsByDay(totals: readonly DailyTotal[]): Map<number, number> {
  const days = new Map<number, number>();
  for (const { studyDay, reviews } of totals) {
    if (reviews > 0) days.set(studyDay, (days.get(studyDay) ?? 0) + reviews);
  }
  return days;
}

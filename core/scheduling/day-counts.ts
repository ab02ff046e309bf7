import type { Entry, Review } from "#core/log/types";
import type { DayCounts } from "./queue";
import type { CardState } from "./types";

/** Reviews that still count: those which no void takes back. */
export function standingReviews(entries: readonly Entry[]): Review[] {
  const voided = new Set(entries.flatMap((entry) => (entry.type === "void" ? [entry.target] : [])));
  return entries.filter((entry) => entry.type === "review").filter(({ id }) => !voided.has(id));
}

/**
 * What a study day has seen, by card: a card all of whose reviews are of this day was new today; any
 * other card that was reviewed counts against the day's reviews. `entries` hold the day's, and may
 * hold others. A quiz answer to a card without a schedule counts for neither.
 */
export function countDay(
  entries: readonly Entry[],
  states: ReadonlyMap<string, CardState>,
  studyDay: number,
): DayCounts {
  const times = new Map<string, number>();
  for (const review of standingReviews(entries)) {
    if (review.studyDay !== studyDay || review.mode === "placement") continue;
    times.set(review.card, (times.get(review.card) ?? 0) + 1);
  }
  const counts = { newDone: 0, reviewsDone: 0 };
  for (const [card, today] of times) {
    const state = states.get(card);
    if (!state || state.phase === "new") continue;
    if (state.reps <= today) counts.newDone++;
    else counts.reviewsDone++;
  }
  return counts;
}

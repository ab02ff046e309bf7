import { type DayTime, fitting } from "./day-time";
import { type Worth, worthOfReview } from "./fsrs";
import type { ScheduledState } from "./types";

export type Known = { card: string; state: ScheduledState };

/** What a day has room for: cards, and where the learner has set minutes, those. */
type Room = {
  reviews: number;
  fresh: number;
  /** Whether any day has room for reviews: where none ever has, new cards do not wait for them. */
  hasReviews: boolean;
  time: DayTime | null;
  studyDay: number;
};

/** Which of the due and the new cards a day takes; `later` are those that should not wait and must. */
type Shared = { due: Known[]; fresh: string[]; later: string[] };

/**
 * Shares a day out: what cannot wait, then what is new, then what can; of each what gains most. With
 * few minutes a new card is worth more than to make what is known a little surer.
 */
export function shareOut(
  due: readonly Known[],
  unseen: readonly string[],
  { time, ...room }: Room,
): Shared {
  const fresh = unseen.slice(0, room.fresh);
  return time ? byTime(due, fresh, { ...room, time }) : byCards(due, fresh, room);
}

function byTime(
  due: readonly Known[],
  unseen: readonly string[],
  { reviews, hasReviews, time, studyDay }: Omit<Room, "time"> & { time: DayTime },
): Shared {
  const inOrder = mostGainFirst(due, studyDay);
  const pressing: Known[] = [];
  const patient: Known[] = [];
  for (const { known, recall } of inOrder) {
    (recall < time.canWaitFrom ? pressing : patient).push(known);
  }
  const first = fittingKnown(pressing.slice(0, reviews), time);
  const later = without(pressing, first.taken);
  const rests = later.length > 0 && hasReviews;
  const fresh = fitting(rests ? [] : unseen, { ...time, left: first.left }, true);
  const rest = patient.slice(0, reviews - first.taken.length);
  const last = fittingKnown(rest, { ...time, left: fresh.left });
  return { due: [...first.taken, ...last.taken], fresh: fresh.taken, later };
}

/** With no minutes set all that is due comes up to the day's number, and new cards beside it. */
function byCards(
  due: readonly Known[],
  unseen: readonly string[],
  { reviews, hasReviews, studyDay }: Omit<Room, "time">,
): Shared {
  if (due.length <= reviews) return { due: [...due], fresh: [...unseen], later: [] };
  const taken = mostGainFirst(due, studyDay)
    .slice(0, reviews)
    .map(({ known }) => known);
  return { due: taken, fresh: hasReviews ? [] : [...unseen], later: without(due, taken) };
}

function mostGainFirst(due: readonly Known[], studyDay: number): (Worth & { known: Known })[] {
  return due
    .map((known) => ({ known, ...worthOfReview(known.state, studyDay) }))
    .sort((a, b) => b.gain - a.gain);
}

function fittingKnown(known: readonly Known[], time: DayTime): { taken: Known[]; left: number } {
  const cards = known.map(({ card }) => card);
  const { taken, left } = fitting(cards, time, false);
  const isTaken = new Set(taken);
  return { taken: known.filter(({ card }) => isTaken.has(card)), left };
}

function without(known: readonly Known[], taken: readonly Known[]): string[] {
  const isTaken = new Set(taken);
  return known.filter((one) => !isTaken.has(one)).map(({ card }) => card);
}

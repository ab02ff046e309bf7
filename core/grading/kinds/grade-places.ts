import type { Verdict } from "#core/grading/types";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";

/** One slot of a match or classify card, as it was filled. */
export type Place = { placed: boolean; right: boolean; why?: string };

/**
 * Credit is the share of slots filled rightly; partly from half on. While a slot is empty the
 * answer is not finished, and so unreadable.
 */
export function gradePlaces(places: readonly Place[]): Verdict {
  const placed = places.filter((place) => place.placed).length;
  if (placed < places.length) return unreadable(gradingText().placed(placed, places.length));
  const right = places.filter((place) => place.right).length;
  const parts = places.map(({ right, why }, index) => ({
    index,
    right,
    ...(why === undefined ? {} : { why }),
  }));
  const reasons = right < places.length ? [gradingText().placedRight(right, places.length)] : [];
  return fromShare(right / places.length, 0.5, { reasons, parts });
}

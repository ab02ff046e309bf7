import type { Verdict } from "#core/grading/types";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";

/** One slot of a match or classify card, as it was filled. */
export type Place = { placed: boolean; right: boolean; why?: string };

/**
 * Credit is the share of slots filled rightly; partly from half on. While a slot is empty the
 * answer is not finished, and so unreadable; of a final one, what is empty is not right.
 */
export function gradePlaces(places: readonly Place[], isFinal: boolean): Verdict {
  const placed = places.filter((place) => place.placed).length;
  if (placed === 0 || (placed < places.length && !isFinal)) {
    return unreadable(gradingText().placed(placed, places.length));
  }
  const right = places.filter((place) => place.right).length;
  const parts = places.map(({ right, why }, index) => ({
    index,
    right,
    ...(why === undefined ? {} : { why }),
  }));
  const reasons = right < places.length ? [gradingText().placedRight(right, places.length)] : [];
  return fromShare(right / places.length, 0.5, { reasons, parts });
}

import type { CardWords } from "#core/content/types";
import type { Review } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { backSeconds, questionSeconds } from "./model-seconds";

/** Between two answers of one sitting, at most, milliseconds: what is longer was a pause. */
export const longestGap = 3 * 60_000;
/** From so many measured times on a pace is one, and not chance. */
const fewest = 20;
/** Whatever was measured, nobody is faster or slower than that against the words. */
const bounds = { least: 0.25, most: 4 };

type Known = {
  words: ReadonlyMap<string, CardWords>;
  states: ReadonlyMap<string, CardState>;
};

/**
 * How long a learner takes, as a multiple of what the words on the cards make one expect: from the
 * times between answers that follow each other on one device. `reviews` are standing ones in the
 * log's order, the latest that are known. Null where they are too few.
 */
export function measurePace(reviews: readonly Review[], known: Known): number | null {
  const isFirst = firstMeetings(reviews, known.states);
  let times = 0;
  let taken = 0;
  let expected = 0;
  for (const [place, review] of reviews.entries()) {
    const before = reviews[place - 1];
    const words = known.words.get(review.card);
    const read = before && known.words.get(before.card);
    if (!before || !words || !read || !followsOn(before, review)) continue;
    times += 1;
    taken += (review.at - before.at) / 1000;
    expected += questionSeconds(words) + (isFirst.has(before.id) ? backSeconds(read) : 0);
  }
  if (times < fewest) return null;
  return Math.min(Math.max(taken / expected, bounds.least), bounds.most);
}

function followsOn(before: Review, review: Review): boolean {
  const gap = review.at - before.at;
  const bothStudied = before.mode === "study" && review.mode === "study";
  return bothStudied && before.device === review.device && gap > 0 && gap <= longestGap;
}

/** The ids of those reviews that were the first ever of their card. */
function firstMeetings(
  reviews: readonly Review[],
  states: ReadonlyMap<string, CardState>,
): Set<string> {
  const byCard = new Map<string, Review[]>();
  for (const review of reviews) {
    const known = byCard.get(review.card);
    if (known) known.push(review);
    else byCard.set(review.card, [review]);
  }
  const ids = [...byCard].flatMap(([card, [first, ...rest]]) => {
    const state = states.get(card);
    const reps = state && state.phase !== "new" ? state.reps : 0;
    return first && reps <= rest.length + 1 ? [first.id] : [];
  });
  return new Set(ids);
}

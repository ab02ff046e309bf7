import { type Rating, ratings } from "#core/log/types";
import type { Answered } from "#core/session/session";
import { ratingsFor } from "#core/session/step-session";

/** The keys that rate an answered card: by number, or with space or Enter as it is proposed. */
export function ratingKeys(answered: Answered, rate: (rating: Rating) => void) {
  const { preselected } = ratingsFor(answered);
  const numbers = ratings.map((rating, place) => [`${place + 1}`, () => rate(rating)] as const);
  const next = () => rate(preselected);
  return { ...Object.fromEntries(numbers), space: next, Enter: next };
}

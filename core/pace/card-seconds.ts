import type { CardWords } from "#core/content/types";
import { backSeconds, questionSeconds } from "./model-seconds";

type Expected = { words: ReadonlyMap<string, CardWords>; pace: number };

/**
 * How long a card takes in a session, seconds: one that is known is asked once, a new one is asked,
 * read and asked once more. `pace` is a learner's own, 1 where none is known. A card without words
 * takes no time.
 */
export function cardSeconds(card: string, isNew: boolean, { words, pace }: Expected): number {
  const one = words.get(card);
  if (!one) return 0;
  return pace * (isNew ? 2 * questionSeconds(one) + backSeconds(one) : questionSeconds(one));
}

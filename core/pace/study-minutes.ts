import type { CardWords } from "#core/content/types";
import { backSeconds, questionSeconds } from "./model-seconds";

/** Cards to study: `fresh` ones are met for the first time. */
export type Work = { fresh: readonly string[]; known: readonly string[] };

/**
 * How long some cards take, in whole minutes: a card that is known is asked once, a new one is
 * asked, read and asked once more. `pace` is a learner's own, 1 where none is known.
 */
export function studyMinutes(
  { fresh, known }: Work,
  { words, pace }: { words: ReadonlyMap<string, CardWords>; pace: number },
): number {
  const secondsOf = (cards: readonly string[], seconds: (one: CardWords) => number) =>
    cards.reduce((sum, card) => {
      const one = words.get(card);
      return one ? sum + seconds(one) : sum;
    }, 0);
  const meeting = (one: CardWords) => 2 * questionSeconds(one) + backSeconds(one);
  const seconds = secondsOf(fresh, meeting) + secondsOf(known, questionSeconds);
  return Math.max(1, Math.round((seconds * pace) / 60));
}

import type { CardWords } from "#core/content/types";
import { cardSeconds } from "./card-seconds";

/** Cards to study: `fresh` ones are met for the first time. */
export type Work = { fresh: readonly string[]; known: readonly string[] };

/** How long some cards take, in whole minutes (see cardSeconds). */
export function studyMinutes(
  { fresh, known }: Work,
  expected: { words: ReadonlyMap<string, CardWords>; pace: number },
): number {
  const sum = (cards: readonly string[], isNew: boolean) =>
    cards.reduce((seconds, card) => seconds + cardSeconds(card, isNew, expected), 0);
  return Math.max(1, Math.round((sum(fresh, true) + sum(known, false)) / 60));
}

import type { CardEntry } from "#core/content/types";

/**
 * What is true of one learner's memory. It knows no scheduler, and no scheduler sees more of it than
 * the ratings that come of it. Times are days since the first morning, with fractions.
 */
export type Memory = {
  /** The probability that the card is recalled, 0 to 1; null for a card never studied. */
  recall: (card: string, day: number) => number | null;
  /** The card was asked, recalled or not, and its answer was seen. */
  study: (card: string, day: number, recalled: boolean) => void;
};

/** `seed` makes all that differs between learners, cards and answers. */
export type MakeMemory = (seed: string, cards: readonly CardEntry[]) => Memory;

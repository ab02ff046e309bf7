import { wordsAMinute } from "#core/content/reading-time";
import type { CardWords } from "#core/content/types";

/**
 * From having read a question to having answered it, seconds. Taken, not measured: it is what
 * holds until a learner's own answers say better (docs/decisions/0038).
 */
const toAnswer = 12;

const toRead = (words: number): number => (words / wordsAMinute) * 60;

/** How long a card's question takes, until it is answered, seconds. */
export function questionSeconds({ ask }: CardWords): number {
  return toRead(ask) + toAnswer;
}

/** How long it takes to read what the back of a card says, seconds. */
export function backSeconds({ tell }: CardWords): number {
  return toRead(tell);
}

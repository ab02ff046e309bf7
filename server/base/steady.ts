import "server-only";

/** Milliseconds for which an answer is taken to hold. */
const holdsMs = 1_000;

/**
 * Asks as often as once a second, however often it is asked: whoever asks meanwhile is given the
 * same answer. `now` is in milliseconds.
 */
export function steady<T>(ask: () => Promise<T>, now: () => number): () => Promise<T> {
  let known: { answer: Promise<T>; at: number } | null = null;
  return () => {
    if (known === null || now() - known.at >= holdsMs) known = { answer: ask(), at: now() };
    return known.answer;
  };
}

/** A quiet moment before what was answered is sent, milliseconds. */
const quiet = 4_000;
/** Exchanges of a page that need no more than that. */
const eager = 5;
/** From then on, as many answers go together, or those before a rest as long as this. */
const together = 15;
const rest = 60_000;

/**
 * How long answers wait for more before they are sent, milliseconds: a moment at first, so that a
 * short visit is saved at once; in a long session until there are enough of them, since a learner
 * who thinks about each card would make a request of every answer. What leaves the page, ends a
 * session or comes back online is sent without waiting.
 */
export function sendPause({ exchanges, unsent }: { exchanges: number; unsent: number }): number {
  return exchanges < eager || unsent >= together ? quiet : rest;
}

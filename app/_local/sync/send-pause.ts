/** A quiet moment after which what was answered is sent, milliseconds: longer than most cards take. */
const quiet = 7_000;
/** Exchanges of a page that need no more than that. */
const eager = 5;
/** From then on somebody rests who was quiet for so many times as long as they take for an answer. */
const resting = 3;
/** So many answers go together, or those of so long, milliseconds. */
const together = 15;
const longest = 60_000;
/** Exchanges that begin by themselves within a minute, so that no page ever floods the server. */
const mostAMinute = 8;
const minute = 60_000;

/** Answers that wait to be sent. Milliseconds. */
export type Gathered = {
  answers: number;
  /** How long the first of them has waited. */
  waited: number;
  /** How far apart the latest answers were, in the mean; 0 for the first. */
  pace: number;
  /** How often this page has sent answers. */
  exchanges: number;
};

/**
 * How long answers wait for more before they are sent, milliseconds. A short visit is saved after a
 * quiet moment; in a long session that would make a request of every answer of a learner who thinks
 * about each card. Whatever comes, 15 of them are enough, and so is a minute. What leaves the page,
 * ends a session or comes back online is sent without waiting.
 */
export function sendPause({ answers, waited, pace, exchanges }: Gathered): number {
  if (answers >= together) return 0;
  const rest = exchanges < eager ? quiet : Math.max(quiet, resting * pace);
  return Math.min(rest, Math.max(0, longest - waited));
}

/** How long the next exchange has to wait because of those before it, by the moments they began. */
export function restBefore(begun: readonly number[], now: number): number {
  const earliest = begun.at(-mostAMinute);
  return earliest === undefined ? 0 : Math.max(0, earliest + minute - now);
}

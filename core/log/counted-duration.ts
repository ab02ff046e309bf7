/** A tab left open is no thinking: no answer counts longer than this, milliseconds. */
const longestAnswer = 10 * 60_000;

/** How long an answer took, from one moment to another in milliseconds, as a review counts it. */
export function countedDuration(from: number, to: number): number {
  return Math.min(Math.max(0, to - from), longestAnswer);
}

/** Moments in milliseconds. */
type Strike = { at: number; answers: readonly number[] };

/**
 * Seconds in which nobody was answered that something is stored: the longest time without an answer
 * from the strike on. What follows is not counted: there were always requests that waited.
 * @throws where no answer came after the strike, as then nobody knows when it ended
 */
export function outageOf({ at, answers }: Strike): number {
  const after = answers.filter((moment) => moment > at).sort((a, b) => a - b);
  if (after.length === 0) throw new Error("No answer came after the strike.");
  const gaps = after.map((moment, n) => moment - (after[n - 1] ?? at));
  return Math.max(...gaps) / 1000;
}

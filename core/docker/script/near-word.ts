/**
 * The word of a list that a mistyped one most likely was: letters swapped, left out, added or
 * changed, at most two of them, and fewer in a short word. Null where none or no single one is near.
 */
export function nearWord(typed: string, words: Iterable<string>): string | null {
  const most = typed.length <= 3 ? 1 : 2;
  const lower = typed.toLowerCase();
  let best: { word: string; away: number } | null = null;
  for (const word of words) {
    if (word === typed || Math.abs(word.length - typed.length) > most) continue;
    const away =
      distance(lower, word.toLowerCase()) + (word.charAt(0) === lower.charAt(0) ? 0 : 0.2);
    if (away > most + 0.4 || away >= word.length / 2 + 0.5) continue;
    if (best === null || away < best.away) best = { word, away };
  }
  return best?.word ?? null;
}

/** Letters added, left out, changed, or two neighbours swapped, which happens most easily. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const at = (line: readonly number[], k: number) => line[k] ?? Number.POSITIVE_INFINITY;
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next[column] = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1.1),
        swapped ? at(before, column - 2) + 0.7 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 0;
}

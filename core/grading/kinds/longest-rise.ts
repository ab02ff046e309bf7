/** Positions of one longest strictly rising subsequence, in order. For short lists: n squared. */
export function longestRise(values: readonly number[]): number[] {
  const best: number[][] = [];
  values.forEach((value, position) => {
    let longest: number[] = [];
    for (const rise of best) {
      const last = rise.at(-1);
      const end = last === undefined ? undefined : values[last];
      if (end !== undefined && end < value && rise.length > longest.length) longest = rise;
    }
    best.push([...longest, position]);
  });
  return best.reduce<number[]>(
    (longest, rise) => (rise.length > longest.length ? rise : longest),
    [],
  );
}

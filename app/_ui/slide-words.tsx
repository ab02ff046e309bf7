/** "slide 73", "slides 57, 58" or, of three and more that follow each other, "slides 7 to 11". */
export function slideWords(slides: readonly number[]): string {
  const sorted = [...slides].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  if (sorted.length === 1) return `slide ${first}`;
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  return isRun ? `slides ${first} to ${last}` : `slides ${sorted.join(", ")}`;
}

/** "slide 72" or "slides 34 to 41", of a first and a last slide. */
export function slideRange([first, last]: readonly [number, number]): string {
  return first === last ? `slide ${first}` : `slides ${first} to ${last}`;
}

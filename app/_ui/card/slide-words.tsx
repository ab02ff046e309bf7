import { cardText } from "#core/text/study/card-text";

/** "slide 73", "slides 57, 58" or, of three and more that follow each other, "slides 7 to 11". */
export function slideWords(slides: readonly number[]): string {
  const sorted = [...slides].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  const text = cardText();
  if (sorted.length === 1) return text.slide(first);
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  return isRun ? text.slideRun(first, last) : text.slides(sorted);
}

/** "slide 72" or "slides 34 to 41", of a first and a last slide. */
export function slideRange([first, last]: readonly [number, number]): string {
  return first === last ? cardText().slide(first) : cardText().slideRun(first, last);
}

/** The id of the place in a topic's lesson that stands on a slide. */
export function slideAnchor(slide: number): string {
  return `slide-${slide}`;
}

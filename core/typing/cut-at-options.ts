/** So much of an option stays on one line: it fits into the narrowest. */
const longest = 12;
const options = new RegExp(`((?<!\\S)-\\S{1,${longest - 1}})`);

/** A piece of a text, and where it begins. */
export type Cut = { start: number; text: string; isOption: boolean };

/**
 * A command cut where a line may end: before and after the beginning of each option. Browsers end a
 * line after a hyphen, and so between the two of `--rm`.
 */
export function cutAtOptions(text: string): Cut[] {
  let start = 0;
  return text.split(options).map((piece, place) => {
    const cut = { start, text: piece, isOption: place % 2 === 1 };
    start += piece.length;
    return cut;
  });
}

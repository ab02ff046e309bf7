import type { ReactNode } from "react";

/** So much of an option stays on one line: it fits into the narrowest. */
const longest = 12;
/** Browsers end a line after a hyphen, and so between the two of `--rm`. */
const options = new RegExp(`((?<!\\S)-\\S{1,${longest - 1}})`);

/** A command, or a piece of one, in which no line ends within an option's beginning. */
export function WholeOptions({ text }: { text: string }): ReactNode {
  // Every second piece is what was split by: an option.
  return text.split(options).map((piece, place) => {
    const isOption = place % 2 === 1;
    return isOption ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <span key={place} className="whole">
        {piece}
      </span>
    ) : (
      piece
    );
  });
}

import type { ReactNode } from "react";
import { cutAtOptions } from "#core/typing/cut-at-options";

/** A command, or a piece of one, in which no line ends within an option's beginning. */
export function WholeOptions({ text }: { text: string }): ReactNode {
  return cutAtOptions(text).map((piece, place) => {
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

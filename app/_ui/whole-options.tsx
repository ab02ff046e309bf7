import type { ReactNode } from "react";
import { cutAtOptions } from "#core/typing/cut-at-options";

/** A command, or a piece of one, in which no line ends within an option's beginning. */
export function WholeOptions({ text }: { text: string }): ReactNode {
  return cutAtOptions(text).map(({ start, text: piece, isOption }) =>
    isOption ? (
      <span key={start} className="whole">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}

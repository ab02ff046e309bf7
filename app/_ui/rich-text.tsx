import type { ReactNode } from "react";
import { parseInline } from "#core/content/inline";

/** Code as short as this stays on one line: `-it` is no word to be hyphenated. */
const unbroken = 12;
/** Whether a text stays on one line: as short code does. */
export const isShort = (text = ""): boolean => text.length <= unbroken;

/** The options in longer code that are as short. */
const options = new RegExp(`((?<!\\S)-\\S{1,${unbroken - 1}}(?!\\S))`);

/** A text of the deck with its two marks drawn: code and emphasis. */
export function RichText({ text }: { text: string }) {
  return parseInline(text).map((piece, index) => {
    const key = `${index}${piece.mark}`;
    if (piece.mark === "code") {
      return (
        <code key={key} className={isShort(piece.text) ? "unbroken" : undefined}>
          {isShort(piece.text) ? piece.text : withWholeOptions(piece.text)}
        </code>
      );
    }
    if (piece.mark === "em") return <em key={key}>{piece.text}</em>;
    return piece.text;
  });
}

/** Every second piece is what was split by: an option. */
function withWholeOptions(code: string): ReactNode {
  return code.split(options).map((piece, place) => {
    const isOption = place % 2 === 1;
    return isOption ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <span key={place} className="unbroken">
        {piece}
      </span>
    ) : (
      piece
    );
  });
}

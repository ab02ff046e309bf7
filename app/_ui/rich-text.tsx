import { parseInline } from "#core/content/inline";
import { WholeOptions } from "#ui/whole-options";

/** Code as short as this stays on one line: `-it` is no word to be hyphenated. */
const unbroken = 12;
/** Whether a text stays on one line: as short code does. */
export const isShort = (text = ""): boolean => text.length <= unbroken;

/** A text of the deck with its two marks drawn: code and emphasis. */
export function RichText({ text }: { text: string }) {
  return parseInline(text).map((piece, index) => {
    const key = `${index}${piece.mark}`;
    if (piece.mark === "code") {
      return (
        <code key={key} className={isShort(piece.text) ? "unbroken" : undefined}>
          <WholeOptions text={piece.text} />
        </code>
      );
    }
    if (piece.mark === "em") return <em key={key}>{piece.text}</em>;
    return piece.text;
  });
}

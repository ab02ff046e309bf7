import { parseInline } from "#core/content/inline";

/** Code as short as this stays on one line: `-it` is no word to be hyphenated. */
const unbroken = 12;

/** A text of the deck with its two marks drawn: code and emphasis. */
export function RichText({ text }: { text: string }) {
  return parseInline(text).map((piece, index) => {
    const key = `${index}${piece.mark}`;
    if (piece.mark === "code") {
      return (
        <code key={key} className={piece.text.length <= unbroken ? "unbroken" : undefined}>
          {piece.text}
        </code>
      );
    }
    if (piece.mark === "em") return <em key={key}>{piece.text}</em>;
    return piece.text;
  });
}

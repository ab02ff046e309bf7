import { plainText } from "#core/content/inline";

/** Widths of Atkinson Hyperlegible Next at 600, as shares of its size; on the safe side. */
const narrow = new Set("ijlIt.,:;'’|!()[]f r-".split(""));
const wide = new Set("mwMW@".split(""));

/** Whether a label is something that is typed: all of it stands between backticks. */
export function isCode(label: string): boolean {
  return label.startsWith("`");
}

/** About how wide a text is drawn, in the units of its size. */
export function textWidth(label: string, size: number): number {
  const text = plainText(label);
  if (isCode(label)) return text.length * 0.575 * size;
  const share = (char: string) => {
    if (narrow.has(char)) return 0.34;
    if (wide.has(char)) return 0.88;
    return char >= "A" && char <= "Z" ? 0.68 : 0.58;
  };
  return Array.from(text, share).reduce((sum, one) => sum + one, 0) * size;
}

/** The text in lines of at most that width; null where a word alone is wider. */
export function textLines(label: string, size: number, width: number): string[] | null {
  const fits = (line: string) => textWidth(isCode(label) ? `\`${line}\`` : line, size) <= width;
  const lines: string[] = [];
  for (const word of plainText(label).split(" ")) {
    if (!fits(word)) return null;
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

import { typingText } from "#core/text/grading/typing-text";

/**
 * What phones and word processors make of plain typing, taken back: curly quotes, long dashes,
 * odd spaces, invisible characters. Backticks are the deck's mark for code, never an answer.
 */
export function plainTyping(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF`]/g, "")
    .replace(/[\u2018-\u201B\u2032\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2014\u2015]/g, "--")
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The form in which typed answers are compared. `exact`: only what the keyboard did is taken back.
 * Else case, quotes, a final full stop and a leading article do not count either.
 */
export function normaliseTyped(text: string, exact: boolean): string {
  const plain = plainTyping(text);
  if (exact) return plain;
  const bare = plain.toLowerCase().replace(/["']/g, "").trim();
  // A full stop after a space is a word of its own (`docker build .`).
  const stopped = bare.replace(/(\S)\.+$/, "$1");
  return stopped.replace(typingText().article, "");
}

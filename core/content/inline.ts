/** A stretch of text that is drawn alike. */
export type Inline = { mark: "text" | "code" | "em"; text: string };

type Mark = Inline["mark"];

const markOf: Record<string, Mark> = { "`": "code", "*": "em" };
const signs: Record<Mark, string> = { text: "", code: "`", em: "*" };

/**
 * Splits a text into its stretches: `code` between backticks, *emphasis* between asterisks, not
 * nested. A backslash before a backtick, an asterisk or a backslash keeps that character as it is;
 * a mark that is never closed stands for itself.
 */
export function parseInline(text: string): Inline[] {
  const { spans, open } = scanInline(text);
  const last = spans.at(-1);
  if (open === null || last === undefined) return spans.filter((span) => span.text !== "");
  const before = spans.slice(0, -1);
  const rest = { mark: "text" as const, text: signs[open] + last.text };
  return [...before, rest].filter((span) => span.text !== "");
}

/** The text without its marks, as a reader sees it. */
export function plainText(text: string): string {
  return parseInline(text)
    .map((span) => span.text)
    .join("");
}

/** The spans as they stand, empty ones too, and the mark that is still open at the end. */
export function scanInline(text: string): { spans: Inline[]; open: "code" | "em" | null } {
  let span: Inline = { mark: "text", text: "" };
  const spans = [span];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const next = text.charAt(i + 1);
    if (char === "\\" && (next === "\\" || next in markOf)) {
      span.text += next;
      i++;
      continue;
    }
    const mark = markOf[char];
    if (mark === undefined || (span.mark !== "text" && span.mark !== mark)) {
      span.text += char;
      continue;
    }
    span = { mark: span.mark === "text" ? mark : "text", text: "" };
    spans.push(span);
  }
  return { spans, open: span.mark === "text" ? null : span.mark };
}

/** Writes spans back as a text that parses to the same spans. */
export function formatInline(spans: readonly Inline[]): string {
  return spans
    .filter((span) => span.text !== "")
    .map((span) => signs[span.mark] + span.text.replace(/[`*\\]/g, "\\$&") + signs[span.mark])
    .join("");
}

/** A text that is shown as it is, in the letters of a terminal. */
export function codeSpan(text: string): string {
  return formatInline([{ mark: "code", text }]);
}

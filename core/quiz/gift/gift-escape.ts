import { parseInline, plainText } from "#core/content/inline";

/** GIFT's own signs with a backslash before them; a new line as `\n`, for a blank one ends a question. */
export function escapeGift(text: string): string {
  return text.replace(/[\\~=#{}:]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A text of the deck as HTML: its two marks, and nothing that could be taken for a tag. */
export function toHtml(text: string): string {
  return parseInline(text)
    .map(({ mark, text: words }) => {
      const inside = escapeHtml(words).replace(/\r?\n/g, "<br>");
      return mark === "text" ? inside : `<${mark}>${inside}</${mark}>`;
    })
    .join("");
}

/** Lines as a terminal shows them. */
export function preformatted(lines: string): string {
  return `<pre>${escapeHtml(lines)}</pre>`;
}

/**
 * HTML where a question's format holds. A text that begins as a format or a weight does is told
 * apart by a format of its own.
 */
export function giftHtml(html: string): string {
  return escapeGift(/^\s*[[%]/.test(html) ? `[html]${html}` : html);
}

/**
 * What a learner types. To Moodle an asterisk stands for anything unless a backslash is before it,
 * and an arrow makes the question one of matching: there, the arrow's sides may have anything
 * between them.
 */
export function giftTyped(text: string): string {
  const pattern = oneLine(text).replace(/\*/g, "\\*").replace(/->/g, "-*>");
  return escapeGift(pattern.startsWith("[") ? `[plain]${pattern}` : pattern);
}

/** A right side of a pair: Moodle offers it in a list, where there is no markup. */
export function giftName(text: string): string {
  return escapeGift(oneLine(plainText(text)));
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The text before a sign and after it; null after it where the sign is missing. */
export function cut(text: string, sign: string): [string, string | null] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** The text without a sign at its ends, however often it stands there. */
export function without(text: string, sign: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charAt(from) === sign) from++;
  while (to > from && text.charAt(to - 1) === sign) to--;
  return text.slice(from, to);
}

/** Whether a text is read as keys with values, as the client tells for networks and ports. */
export const isLongForm = (text: string) => /\w=\w/.test(text);

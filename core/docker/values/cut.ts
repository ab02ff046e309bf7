/** The text before a sign and after it; null after it where the sign is missing. */
export function cut(text: string, sign: string): [string, string | null] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** Whether a text is read as keys with values, as the client tells for networks and ports. */
export const isLongForm = (text: string) => /\w=\w/.test(text);

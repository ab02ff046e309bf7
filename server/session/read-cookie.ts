import "server-only";

/** The value of a cookie in a Cookie header as it stands there, or null. */
export function readCookie(header: string | null, name: string): string | null {
  if (!header) return null;
  const start = `${name}=`;
  for (const part of header.split(";")) {
    const pair = part.trimStart();
    if (pair.startsWith(start)) return pair.slice(start.length).trimEnd() || null;
  }
  return null;
}

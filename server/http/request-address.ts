import "server-only";

/**
 * The network address that a request came from, for counting attempts only. Next writes the
 * socket's address here when no proxy did; the last one is what the nearest proxy saw, those before
 * it are hearsay. Null when there is none.
 */
export function addressOf(headers: Headers): string | null {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return last || null;
}

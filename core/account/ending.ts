/** Which sessions a logging out ends: this browser's, or every one of the account. */
export type Sessions = "here" | "all";

/** A logging out of which the server could not be told yet. `at`: when, by the browser's clock, ms. */
export type Ending = { account: string; sessions: Sessions; at: number };

/**
 * The cookie in which a browser keeps it: pages that the server renders see it as well, and it goes
 * with the session's own cookie when the browser's cookies are cleared.
 */
export const endingCookie = "mooring.ending";

/** The cookie's value. */
export function writeEnding({ account, sessions, at }: Ending): string {
  return encodeURIComponent(`${sessions}.${at}.${account}`);
}

/** Null where there is no such cookie, or one that is not ours. */
export function readEnding(value: string | undefined): Ending | null {
  const [, sessions, at, account] = /^(here|all)\.(\d+)\.(.+)$/.exec(decoded(value ?? "")) ?? [];
  if (!sessions || !account) return null;
  return { account, sessions: sessions === "all" ? "all" : "here", at: Number(at) };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

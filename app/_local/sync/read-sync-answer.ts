import { historyHeader } from "#core/log/history-header";
import type { SyncResponse } from "#core/log/sync-types";

/** The server takes no more for now: when to ask again, seconds. `full`: from this account. */
export type Later = { later: "full" | "failing"; seconds: number };

/** Nobody is logged in; with the history of the server's log, where it says that. */
export type SignedOut = { signedOut: true; history: string | null };

/** What the server said: its answer, that nobody is logged in, to wait, or nothing that could be used. */
export type SyncAnswer = SyncResponse | Later | SignedOut | "failing";

/** Nobody waits longer than this before they ask again, seconds. */
const longestPause = 3600;

/**
 * Reads the answer to a sync. A body that is cut off, or is not the server's at all (the page of a
 * network that wants a log-in first), is `failing`; only the server itself can say that nobody is
 * logged in, or that it takes no more for now. Nothing is lost by that: what was sent stays unsent.
 */
export async function readSyncAnswer(response: Response): Promise<SyncAnswer> {
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return "failing";
  }
  if (typeof body !== "object" || body === null) return "failing";
  if (response.status === 401 && "error" in body && body.error === "signed-out") {
    return { signedOut: true, history: response.headers.get(historyHeader) };
  }
  const seconds = Number(response.headers.get("retry-after"));
  if ("error" in body && seconds > 0) {
    const later = response.status === 429 ? "full" : "failing";
    return { later, seconds: Math.min(seconds, longestPause) };
  }
  return response.ok && isAnswer(body) ? body : "failing";
}

/** By its outline: what is inside comes from the same program. */
function isAnswer(body: object): body is SyncResponse {
  const { cursor, results, states, entries } = body as Record<string, unknown>;
  return typeof cursor === "number" && [results, states, entries].every(Array.isArray);
}

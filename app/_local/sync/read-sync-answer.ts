import type { SyncResponse } from "#core/log/sync-types";

/** What the server said: its answer, that nobody is logged in, or nothing that could be used. */
export type SyncAnswer = SyncResponse | "signed-out" | "failing";

/**
 * Reads the answer to a sync. A body that is cut off, or is not the server's at all (the page of a
 * network that wants a log-in first), is `failing`; only the server itself can say `signed-out`.
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
    return "signed-out";
  }
  return response.ok && isAnswer(body) ? body : "failing";
}

/** By its outline: what is inside comes from the same program. */
function isAnswer(body: object): body is SyncResponse {
  const { cursor, results, states, entries } = body as Record<string, unknown>;
  return typeof cursor === "number" && [results, states, entries].every(Array.isArray);
}

import { takeEarly } from "#local/browser/early";
import { readSyncAnswer, type SyncAnswer } from "./read-sync-answer";

/** A request that is not answered for so long is asked again, milliseconds. */
const patience = 20_000;

/**
 * Sends the body of one exchange. The request has begun when this returns; with `outlives` the
 * browser goes on with it when the page is gone. Never rejects.
 */
export async function exchange(
  body: string,
  { outlives = false }: { outlives?: boolean } = {},
): Promise<SyncAnswer | "offline"> {
  // What was asked early is waited for, what outlives its page for nothing.
  const early = outlives ? null : await takeEarly(body);
  try {
    return await readSyncAnswer(early ?? (await post(body, outlives)));
  } catch {
    return "offline";
  }
}

function post(body: string, outlives: boolean): Promise<Response> {
  return fetch("/api/sync", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    keepalive: outlives,
    signal: AbortSignal.timeout(patience),
  });
}

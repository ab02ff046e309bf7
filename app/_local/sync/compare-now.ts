import type { CompareRequest, CompareResponse } from "#core/log/sync-types";
import type { LocalDatabase } from "#local/browser/local-database";
import { tellOtherTabs } from "#local/browser/other-tabs";
import { learnerDatabase, reloadLearner } from "#local/store/learner-store";
import { compareHeld } from "./compare-held";
import { readDigests } from "./held-digests";

/** What an exchange left: whose store it was, and from what moment on the server tells of the past. */
export type Exchanged = { database: LocalDatabase; account: string; from: number };

type Turn = {
  /** Resolves when the browser has time. */
  idle: () => Promise<void>;
  /** Whether this tab is the one to ask. */
  claim: () => Promise<boolean>;
  /** Ends it wherever it is. */
  signal: AbortSignal;
};

/** Reads what the store holds, asks the server about it, and shows on all pages what was mended. */
export async function compareNow(
  exchanged: Exchanged,
  { idle, claim, signal }: Turn,
): Promise<void> {
  const { database, account, from } = exchanged;
  const held = await readDigests(database, from, idle);
  if (!held || signal.aborted || !(await claim())) return;
  const comparison = await compareHeld({
    ...exchanged,
    held,
    ask: (request) => ask(request, signal),
  });
  if (comparison !== "mended") return;
  tellOtherTabs(account);
  if ((await learnerDatabase()) === database) await reloadLearner();
}

/** Null for anything but the server's own answer; the next exchange finds out what is the matter. */
async function ask(request: CompareRequest, signal: AbortSignal): Promise<CompareResponse | null> {
  const response = await fetch("/api/sync/compare", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) return null;
  const answer: unknown = await response.json();
  return isAnswer(answer) ? answer : null;
}

/** By its outline: what is inside comes from the same program. */
function isAnswer(body: unknown): body is CompareResponse {
  if (typeof body !== "object" || body === null || !("verdict" in body)) return false;
  return body.verdict !== "unequal" || ("cards" in body && Array.isArray(body.cards));
}

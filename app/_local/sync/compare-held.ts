import { overallDigest } from "#core/log/digest";
import { canCompareWith, protocol } from "#core/log/protocol";
import type { CompareRequest, CompareResponse } from "#core/log/sync-types";
import type { LocalDatabase } from "#local/browser/local-database";
import type { HeldDigests } from "./held-digests";
import { mend } from "./mend";

/** `open`: nobody can say now, and the next comparison asks anew. */
export type Comparison = "equal" | "mended" | "open";

export type Comparing = {
  database: LocalDatabase;
  account: string;
  /** As the last exchange gave it, and what was read from the store by it. */
  from: number;
  held: HeldDigests;
  /** Null when there is no answer. */
  ask: (request: CompareRequest) => Promise<CompareResponse | null>;
};

/**
 * Asks whether both sides hold the same and mends what this one holds. Two requests at most, however
 * it ends: what is unequal still is left to the next comparison.
 */
export async function compareHeld(comparing: Comparing): Promise<Comparison> {
  const { database, account, from, held, ask } = comparing;
  const { cursor, history, digests } = held;
  const about = { protocol, account, cursor, history, from };
  const first = await ask({ ...about, held: overallDigest(digests) });
  if (first?.verdict === "equal") return "equal";
  if (!isToBeMended(first)) return "open";
  const second = await ask({ ...about, held: [...digests] });
  if (!isToBeMended(second)) return "open";
  return (await mend(database, { cursor, from, cards: second.cards })) ? "mended" : "open";
}

type Unequal = Extract<CompareResponse, { verdict: "unequal" }>;

/** A server of a version that digests something else tells of no damage. */
function isToBeMended(answer: CompareResponse | null): answer is Unequal {
  return answer?.verdict === "unequal" && canCompareWith(answer.protocol);
}

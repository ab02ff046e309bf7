import "server-only";
import { z } from "zod";
import type { Database } from "#db/client";
import { endSessionsUntil } from "#db/sessions";
import type { Learner } from "./session";

/** A logging out of which this server could not be told when it was asked for. */
export const lateEnding = z.object({
  end: z.enum(["here", "all"]),
  account: z.string().max(64),
  /** How long ago that was, milliseconds by the browser's clock, whatever that says. */
  ago: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
});

type Late = { learner: Learner; ending: z.infer<typeof lateEnding>; now: number };

/**
 * Ends what was to be ended then and nothing that began since: somebody may have logged in again,
 * under the same account or another. True when the session that tells of it has ended too.
 */
export async function logOutLate(
  database: Database,
  { learner, ending, now }: Late,
): Promise<boolean> {
  if (ending.account !== learner.id) return false;
  const { id: userId, tokenHash } = learner;
  const others = ending.end === "all";
  return endSessionsUntil(database, { userId, tokenHash, others, until: now - ending.ago });
}

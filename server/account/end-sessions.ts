import "server-only";
import { z } from "zod";
import type { Database } from "#db/client";
import { endSession } from "#db/sessions";
import { endOneSession } from "#server/session/list-sessions";
import { endOfSessions, logOutEverywhere } from "#server/session/log-out-everywhere";
import { lateEnding, logOutLate } from "#server/session/log-out-late";
import type { Learner } from "#server/session/session";

/**
 * Logging out ends the session of this device, those of all, or one that is named; where it was
 * asked for earlier, as of then.
 */
export const sessionsToEnd = lateEnding
  .or(endOfSessions)
  .or(z.object({ end: z.literal("here") }))
  .or(z.object({ end: z.literal("one"), session: z.string().max(64) }));

type Asked = { learner: Learner; ending: z.infer<typeof sessionsToEnd>; now: number };

/**
 * Ends the sessions that are asked for; true when the one that asks has ended, too. One that is not
 * there, or is another learner's, is as good as ended.
 */
export async function endAskedSessions(database: Database, asked: Asked): Promise<boolean> {
  const { learner, ending, now } = asked;
  if ("ago" in ending) return logOutLate(database, { learner, ending, now });
  switch (ending.end) {
    case "one":
      await endOneSession(database, { learner, id: ending.session });
      return ending.session === learner.tokenHash;
    case "here":
      await endSession(database, learner.tokenHash);
      return true;
    case "all":
      await logOutEverywhere(database, learner.id);
      return true;
  }
}

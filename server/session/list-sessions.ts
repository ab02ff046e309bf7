import "server-only";
import { deviceName } from "#core/account/device-name";
import type { OpenSession } from "#core/account/types";
import type { Database } from "#db/client";
import { endSessionOf, findSessions } from "#db/sessions";
import { type Learner, longestSession, mostSessions } from "./session";

/** The learner's open sessions: this one first, then those last used. */
export async function listSessions(
  database: Database,
  { learner, now }: { learner: Learner; now: number },
): Promise<OpenSession[]> {
  const found = await findSessions(database, {
    userId: learner.id,
    now,
    begunAfter: now - longestSession,
    limit: mostSessions,
  });
  const sessions = found.map(({ tokenHash, userAgent, createdAt, lastSeenAt }) => ({
    // The hash signs nobody in: a cookie's value cannot be found from it.
    id: tokenHash,
    device: deviceName(userAgent),
    begunAt: createdAt,
    seenAt: lastSeenAt,
    isThis: tokenHash === learner.tokenHash,
  }));
  return [...sessions.filter(({ isThis }) => isThis), ...sessions.filter(({ isThis }) => !isThis)];
}

/** Ends one session of the learner's; false when they have none by that id. */
export async function endOneSession(
  database: Database,
  { learner, id }: { learner: Learner; id: string },
): Promise<boolean> {
  return endSessionOf(database, { userId: learner.id, tokenHash: id });
}

import { and, eq, gt, lte, sql } from "drizzle-orm";
import { type Write, writeOne } from "./batch";
import type { Database } from "./client";
import { prepareOnce } from "./prepare-once";
import { sessions, users } from "./schema";

export type NewSession = typeof sessions.$inferInsert;

/** A session that holds, with whose it is. */
export type SessionOwner = {
  userId: string;
  email: string;
  lastSeenAt: number;
};

const live = prepareOnce((database) =>
  database
    .select({
      userId: users.id,
      email: users.email,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.expiresAt, sql.placeholder("now")),
      ),
    )
    .prepare(),
);

/** Whose session this is, or null when there is none or it has run out. */
export async function findSession(
  database: Database,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<SessionOwner | null> {
  return (await live(database).get({ tokenHash, now })) ?? null;
}

export async function addSession(database: Database, session: NewSession): Promise<void> {
  await writeOne(database, startSession(database, session));
}

/** Moves a session's end on; false when it is gone meanwhile. */
export async function extendSession(
  database: Database,
  session: { tokenHash: string; lastSeenAt: number; expiresAt: number },
): Promise<boolean> {
  const { tokenHash, lastSeenAt, expiresAt } = session;
  const extend = database
    .update(sessions)
    .set({ lastSeenAt, expiresAt })
    .where(eq(sessions.tokenHash, tokenHash))
    .returning({ tokenHash: sessions.tokenHash });
  return (await writeOne(database, () => extend.all())).length === 1;
}

export async function endSession(database: Database, tokenHash: string): Promise<void> {
  const end = database.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
  await writeOne(database, () => end.run());
}

/** Ends every session of a user. */
export function endSessions(database: Database, userId: string): Write {
  return () => database.delete(sessions).where(eq(sessions.userId, userId)).run();
}

/**
 * Ends the sessions of a user that had begun by a moment, or the one that is named if it had. Gives
 * the hashes of those that ended.
 */
export async function endSessionsUntil(
  database: Database,
  { userId, until, tokenHash }: { userId: string; until: number; tokenHash?: string },
): Promise<string[]> {
  const named = tokenHash === undefined ? undefined : eq(sessions.tokenHash, tokenHash);
  const end = database
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), lte(sessions.createdAt, until), named))
    .returning({ tokenHash: sessions.tokenHash });
  const ended = await writeOne(database, () => end.all());
  return ended.map((row) => row.tokenHash);
}

/** Adds a session as part of a batch. */
export function startSession(database: Database, session: NewSession): Write {
  return () => database.insert(sessions).values(session).run();
}

/** Removes the rows of sessions that ran out. */
export async function sweepSessions(database: Database, now: number): Promise<void> {
  const sweep = database.delete(sessions).where(lte(sessions.expiresAt, now));
  await writeOne(database, () => sweep.run());
}

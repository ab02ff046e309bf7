import { and, desc, eq, gt, lte, notInArray, or, sql } from "drizzle-orm";
import { type Write, writeOne } from "./batch";
import type { Database } from "./client";
import { prepareOnce } from "./prepare-once";
import { sessions, users } from "./schema";

export type Session = typeof sessions.$inferSelect;
export type NewSession = typeof sessions.$inferInsert;

/** A session that holds, with whose it is. */
export type SessionOwner = {
  userId: string;
  email: string;
  createdAt: number;
  lastSeenAt: number;
};

const live = prepareOnce((database) =>
  database
    .select({
      userId: users.id,
      email: users.email,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.expiresAt, sql.placeholder("now")),
        gt(sessions.createdAt, sql.placeholder("begunAfter")),
      ),
    )
    .prepare(),
);

/** A session holds while its end is to come and it had not begun by a moment. */
type Holding = { now: number; begunAfter: number };

/** Whose session this is, or null when there is none or it has run out. */
export async function findSession(
  database: Database,
  { tokenHash, now, begunAfter }: Holding & { tokenHash: string },
): Promise<SessionOwner | null> {
  return (await live(database).get({ tokenHash, now, begunAfter })) ?? null;
}

/** The sessions of a user that hold, those last used first. */
export async function findSessions(
  database: Database,
  { userId, now, begunAfter, limit }: Holding & { userId: string; limit: number },
): Promise<Session[]> {
  const ofUser = eq(sessions.userId, userId);
  const holds = and(ofUser, gt(sessions.expiresAt, now), gt(sessions.createdAt, begunAfter));
  const { lastSeenAt, tokenHash } = sessions;
  return database
    .select()
    .from(sessions)
    .where(holds)
    .orderBy(desc(lastSeenAt), desc(tokenHash))
    .limit(limit);
}

/** Adds a session. */
export async function addSession(database: Database, session: NewSession): Promise<void> {
  await writeOne(database, startSession(database, session));
}

/** Ends the sessions of a user beyond so many, those that were not used for longest. */
export function endOldestSessions(
  database: Database,
  { userId, keep }: { userId: string; keep: number },
): Write {
  const kept = database
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .limit(keep);
  const beyond = and(eq(sessions.userId, userId), notInArray(sessions.tokenHash, kept));
  return () => database.delete(sessions).where(beyond).run();
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

/** Ends one session of a user; false when they have none of that hash. */
export async function endSessionOf(
  database: Database,
  { userId, tokenHash }: { userId: string; tokenHash: string },
): Promise<boolean> {
  const end = database
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.tokenHash, tokenHash)));
  return (await writeOne(database, () => end.run())).changes === 1;
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
export function sweepSessions(database: Database, { now, begunAfter }: Holding): Write {
  const over = or(lte(sessions.expiresAt, now), lte(sessions.createdAt, begunAfter));
  return () => database.delete(sessions).where(over).run();
}

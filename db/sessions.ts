import { and, desc, eq, gt, lte, ne, notInArray, sql } from "drizzle-orm";
import { writeOne, writeTogether } from "./batch";
import type { Database } from "./client";
import { given, placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { sessions, users } from "./schema";
import type { Write } from "./write";

export type Session = typeof sessions.$inferSelect;
export type NewSession = typeof sessions.$inferInsert;

/** A session that holds, with whose it is. */
export type SessionOwner = {
  userId: string;
  email: string;
  createdAt: number;
  lastSeenAt: number;
};

const live = prepareOnce((builder) =>
  builder
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
    ),
);

/** A session holds while its end is to come and it had not begun by a moment. */
type Holding = { now: number; begunAfter: number };

const ofUser = eq(sessions.userId, sql.placeholder("userId"));
const named = eq(sessions.tokenHash, sql.placeholder("tokenHash"));
const begunUntil = lte(sessions.createdAt, sql.placeholder("until"));

const holding = prepareOnce((builder) =>
  builder
    .select()
    .from(sessions)
    .where(
      and(
        ofUser,
        gt(sessions.expiresAt, sql.placeholder("now")),
        gt(sessions.createdAt, sql.placeholder("begunAfter")),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.tokenHash))
    .limit(sql.placeholder("limit")),
);

const add = prepareWrite((builder) => builder.insert(sessions).values(placeholders(sessions)));

const extend = prepareWrite((builder) =>
  builder
    .update(sessions)
    .set({
      lastSeenAt: given("lastSeenAt"),
      expiresAt: given("expiresAt"),
    })
    .where(named),
);

const endOldest = prepareWrite((builder) =>
  builder
    .delete(sessions)
    .where(
      and(
        ofUser,
        notInArray(
          sessions.tokenHash,
          builder
            .select({ tokenHash: sessions.tokenHash })
            .from(sessions)
            .where(ofUser)
            .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
            .limit(sql.placeholder("keep")),
        ),
      ),
    ),
);

const endNamed = prepareWrite((builder) => builder.delete(sessions).where(named));
const endNamedOf = prepareWrite((builder) => builder.delete(sessions).where(and(ofUser, named)));
const endAllOf = prepareWrite((builder) => builder.delete(sessions).where(ofUser));
const endNamedUntil = prepareWrite((builder) =>
  builder.delete(sessions).where(and(ofUser, named, begunUntil)),
);
const endOthersUntil = prepareWrite((builder) =>
  builder
    .delete(sessions)
    .where(and(ofUser, ne(sessions.tokenHash, sql.placeholder("tokenHash")), begunUntil)),
);
const sweep = prepareWrite((builder) =>
  builder.delete(sessions).where(lte(sessions.expiresAt, sql.placeholder("now"))),
);

/** Whose session this is, or null when there is none or it has run out. */
export async function findSession(
  database: Database,
  asked: Holding & { tokenHash: string },
): Promise<SessionOwner | null> {
  return (await live(database).get(asked)) ?? null;
}

/** The sessions of a user that hold, those last used first. */
export async function findSessions(
  database: Database,
  asked: Holding & { userId: string; limit: number },
): Promise<Session[]> {
  return holding(database).all(asked);
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
  return endOldest(database, { userId, keep });
}

/** Moves a session's end on; false when it is gone meanwhile. */
export async function extendSession(
  database: Database,
  session: { tokenHash: string; lastSeenAt: number; expiresAt: number },
): Promise<boolean> {
  return (await writeOne(database, extend(database, session))) === 1;
}

export async function endSession(database: Database, tokenHash: string): Promise<void> {
  await writeOne(database, endNamed(database, { tokenHash }));
}

/** Ends one session of a user; false when they have none of that hash. */
export async function endSessionOf(
  database: Database,
  asked: { userId: string; tokenHash: string },
): Promise<boolean> {
  return (await writeOne(database, endNamedOf(database, asked))) === 1;
}

/** Ends every session of a user. */
export function endSessions(database: Database, userId: string): Write {
  return endAllOf(database, { userId });
}

/**
 * Ends one session of a user if it had begun by a moment, and with `others` all of theirs that had.
 * Gives whether the one has ended.
 */
export async function endSessionsUntil(
  database: Database,
  { others, ...asked }: { userId: string; until: number; tokenHash: string; others: boolean },
): Promise<boolean> {
  const [ended] = await writeTogether(database, [
    endNamedUntil(database, asked),
    ...(others ? [endOthersUntil(database, asked)] : []),
  ]);
  return ended === 1;
}

/** Adds a session as part of a batch. */
export function startSession(database: Database, session: NewSession): Write {
  return add(database, { userAgent: null, ...session });
}

/** Removes the rows of sessions that ran out, which an index has: they are looked for at every log-in. */
export function sweepSessions(database: Database, now: number): Write {
  return sweep(database, { now });
}

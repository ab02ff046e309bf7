import "server-only";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import {
  endOldestSessions,
  extendSession,
  findSession,
  type NewSession,
  startSession,
  sweepSessions,
} from "#db/sessions";
import { databaseTrouble } from "#db/trouble";
import { holdToPassword } from "#db/users";
import type { Write } from "#db/write";
import { hashToken, newToken } from "./secret-token";

const hour = 60 * 60 * 1000;
/** A session that nobody uses ends after this many milliseconds. */
export const sessionAge = 30 * 24 * hour;
/** However much it is used, it ends this many milliseconds after it began. */
export const longestSession = 180 * 24 * hour;
/** Sessions that one account may have; one more ends the one that was not used for longest. */
export const mostSessions = 50;
/** More of a browser's words for itself than any browser says. */
const longestUserAgent = 400;

/** Who is signed in, and by which session. */
export type Learner = { id: string; email: string; tokenHash: string };

/** `extended`: the session's end has moved on, and the cookie's should too. */
export type LiveSession = { learner: Learner; extended: boolean };

/** Whose session begins, when, and in which browser by its own words. */
type Begun = { userId: string; userAgent?: string | null; now: number };

/**
 * Starts a session and gives the value of its cookie, which is stored nowhere. `passwordHash` is the
 * one that opened it: throws PasswordIsAnother where the account has another by now.
 */
export async function openSession(
  database: Database,
  { userId, userAgent, passwordHash, now }: Begun & { passwordHash?: string },
): Promise<string> {
  const token = newToken();
  await writeTogether(database, [
    ...(passwordHash === undefined ? [] : [holdToPassword(database, { id: userId, passwordHash })]),
    sweepSessions(database, now),
    startSession(database, sessionRow({ token, userId, userAgent, now })),
    endOldestSessions(database, { userId, keep: mostSessions }),
  ]);
  return token;
}

/** As openSession, as part of a batch. */
export function sessionWrite(database: Database, session: Begun & { token: string }): Write {
  return startSession(database, sessionRow(session));
}

/** Who holds this cookie, or null. */
export async function peekSession(
  database: Database,
  { token, now }: { token: string; now: number },
): Promise<Learner | null> {
  return (await find(database, { token, now }))?.learner ?? null;
}

/**
 * Who holds this cookie, or null; moves the session's end on, once an hour at most. For requests
 * whose answer can move the cookie's end on too. Where nothing can be written now, another request
 * does that: what is asked for may only need to be read.
 */
export async function readSession(
  database: Database,
  { token, now }: { token: string; now: number },
): Promise<LiveSession | null> {
  const found = await find(database, { token, now });
  if (!found) return null;
  const { learner, createdAt, lastSeenAt } = found;
  if (now - lastSeenAt < hour) return { learner, extended: false };
  const { tokenHash } = learner;
  const expiresAt = Math.min(now + sessionAge, createdAt + longestSession);
  const extension = { tokenHash, lastSeenAt: now, expiresAt };
  try {
    return { learner, extended: await extendSession(database, extension) };
  } catch (error) {
    if (databaseTrouble(error) === null) throw error;
    return { learner, extended: false };
  }
}

async function find(
  database: Database,
  { token, now }: { token: string; now: number },
): Promise<{ learner: Learner; createdAt: number; lastSeenAt: number } | null> {
  const tokenHash = hashToken(token);
  const found = await findSession(database, { tokenHash, now, begunAfter: now - longestSession });
  if (!found) return null;
  const { userId: id, email, createdAt, lastSeenAt } = found;
  return { learner: { id, email, tokenHash }, createdAt, lastSeenAt };
}

function sessionRow({ token, userId, userAgent, now }: Begun & { token: string }): NewSession {
  return {
    tokenHash: hashToken(token),
    userId,
    createdAt: now,
    expiresAt: now + sessionAge,
    lastSeenAt: now,
    userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
  };
}

import "server-only";
import type { Write } from "#db/batch";
import type { Database } from "#db/client";
import {
  addSession,
  extendSession,
  findSession,
  type NewSession,
  startSession,
  sweepSessions,
} from "#db/sessions";
import { hashToken, newToken } from "./secret-token";

const hour = 60 * 60 * 1000;
/** A session that nobody uses ends after this many milliseconds. */
export const sessionAge = 30 * 24 * hour;

/** Who is signed in, and by which session. */
export type Learner = { id: string; email: string; tokenHash: string };

/** `extended`: the session's end has moved on, and the cookie's should too. */
export type LiveSession = { learner: Learner; extended: boolean };

/** Starts a session and gives the value of its cookie, which is stored nowhere. */
export async function openSession(
  database: Database,
  { userId, now }: { userId: string; now: number },
): Promise<string> {
  const token = newToken();
  await sweepSessions(database, now);
  await addSession(database, sessionRow({ token, userId, now }));
  return token;
}

/** As openSession, as part of a batch. */
export function sessionWrite(
  database: Database,
  session: { token: string; userId: string; now: number },
): Write {
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
 * whose answer can move the cookie's end on too.
 */
export async function readSession(
  database: Database,
  { token, now }: { token: string; now: number },
): Promise<LiveSession | null> {
  const found = await find(database, { token, now });
  if (!found) return null;
  const { learner, lastSeenAt } = found;
  if (now - lastSeenAt < hour) return { learner, extended: false };
  const { tokenHash } = learner;
  const extension = { tokenHash, lastSeenAt: now, expiresAt: now + sessionAge };
  return { learner, extended: await extendSession(database, extension) };
}

async function find(
  database: Database,
  { token, now }: { token: string; now: number },
): Promise<{ learner: Learner; lastSeenAt: number } | null> {
  const tokenHash = hashToken(token);
  const found = await findSession(database, { tokenHash, now });
  if (!found) return null;
  const { userId: id, email, lastSeenAt } = found;
  return { learner: { id, email, tokenHash }, lastSeenAt };
}

function sessionRow(session: { token: string; userId: string; now: number }): NewSession {
  const { token, userId, now } = session;
  return {
    tokenHash: hashToken(token),
    userId,
    createdAt: now,
    expiresAt: now + sessionAge,
    lastSeenAt: now,
  };
}

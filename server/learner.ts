import "server-only";
import { cookies } from "next/headers";
import { database } from "./database";
import { type Learner, peekSession } from "./session";
import { sessionCookieName } from "./session-cookie";

/**
 * Who is signed in, for pages and their actions; null for a guest. Reads the session's row itself:
 * what a proxy or a cookie says is never the lock.
 */
export async function currentLearner(): Promise<Learner | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  return peekSession(database(), { token, now: Date.now() });
}

import "server-only";
import { cookies } from "next/headers";
import { endingCookie, readEnding } from "#core/account/ending";
import { database } from "#server/base/database";
import { forPage } from "#server/base/for-page";
import { type Learner, peekSession } from "./session";
import { sessionCookieName } from "./session-cookie";

/**
 * Who is signed in, for pages and their actions; null for a guest. Reads the session's row itself:
 * what a proxy or a cookie says is never the lock. Whoever logged out in this browser when it had
 * no network is not shown to it, although their session has not ended yet.
 */
export async function currentLearner(): Promise<Learner | null> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (!token) return null;
  const learner = await forPage(peekSession(database(), { token, now: Date.now() }));
  const ending = readEnding(jar.get(endingCookie)?.value);
  return learner?.id === ending?.account ? null : learner;
}

import { database } from "#server/base/database";
import { openSession, peekSession } from "#server/session/session";
import { sessionToken } from "#server/session/session-cookie";

/** For the tests of accounts: what a browser sends, and who that is. */
export function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost:3000/api", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

/** A session that began so many milliseconds ago, as a Cookie header. */
export async function begin(userId: string, ago = 0): Promise<string> {
  return `mooring.session=${await openSession(database(), { userId, now: Date.now() - ago })}`;
}

/** Whose session a cookie holds, null where it has ended. */
export async function holder(cookie: string) {
  const token = sessionToken(cookie);
  return token ? peekSession(database(), { token, now: Date.now() }) : null;
}

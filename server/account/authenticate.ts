import "server-only";
import type { Database } from "#db/client";
import { findUserByEmail } from "#db/users";
import {
  type Attempt,
  forgiveAll,
  forgiveOne,
  takeAttempt,
  waitInWords,
} from "#server/base/throttle";
import { emailSchema, passwordSchema } from "./credentials-schema";
import { isPassword } from "./password";

export type Authentication =
  | { outcome: "right"; user: { id: string; email: string } }
  | { outcome: "wrong" }
  | { outcome: "wait"; message: string };

type LogIn = { email: unknown; password: unknown; address: string | null };

/**
 * Checks an e-mail address and password. Attempts are counted by account, whether it exists or not,
 * and by network address; over the limit even the right password has to wait.
 */
export async function authenticate(database: Database, logIn: LogIn): Promise<Authentication> {
  const email = emailSchema.safeParse(logIn.email);
  const password = passwordSchema.safeParse(logIn.password);
  if (!email.success || !password.success) return { outcome: "wrong" };
  const attempt = await take(database, email.data, logIn.address);
  if (!attempt.allowed) return { outcome: "wait", message: waitInWords(attempt.seconds) };
  const user = await findUserByEmail(database, email.data);
  const right = await isPassword(password.data, user?.passwordHash ?? null);
  if (!user || !right) return { outcome: "wrong" };
  await forgiveAll(database, { limit: "log-in-account", who: email.data });
  if (logIn.address !== null) {
    await forgiveOne(database, { limit: "log-in-address", who: logIn.address });
  }
  return { outcome: "right", user: { id: user.id, email: user.email } };
}

async function take(database: Database, email: string, address: string | null): Promise<Attempt> {
  if (address !== null) {
    const attempt = await takeAttempt(database, { limit: "log-in-address", who: address });
    if (!attempt.allowed) return attempt;
  }
  return takeAttempt(database, { limit: "log-in-account", who: email });
}

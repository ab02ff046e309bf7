import "server-only";
import type { Database } from "#db/client";
import { findUserByEmail, replacePasswordHash, type User } from "#db/users";
import { type Counted, takeAttempt } from "#server/base/throttle";
import { TryLater } from "#server/base/try-later";
import { readDeviceMark } from "#server/session/device-mark";
import { emailSchema, passwordSchema } from "./credentials-schema";
import { hashPassword, isWeak } from "./password";
import { tryPassword } from "./try-password";

export type Authentication =
  | { outcome: "right"; user: { id: string; email: string }; passwordHash: string }
  | { outcome: "wrong" }
  | { outcome: "wait"; seconds: number };

type LogIn = {
  email: unknown;
  password: unknown;
  address: string | null;
  /** The request's Cookie header. */
  cookies: string | null;
  now: number;
};

/**
 * Checks an e-mail address and password. Attempts are counted before they are made, whether the
 * account exists or not; over a limit even the right password has to wait. A browser that has logged
 * in to the account before has a budget of its own, which nobody else can use up. Throws TryLater.
 */
export async function authenticate(database: Database, logIn: LogIn): Promise<Authentication> {
  const email = emailSchema.safeParse(logIn.email);
  const password = passwordSchema.safeParse(logIn.password);
  if (!email.success || !password.success) return { outcome: "wrong" };
  const { address, cookies, now } = logIn;
  const user = await findUserByEmail(database, email.data);
  const device = readDeviceMark({ cookies, userId: user?.id ?? null, now });
  const counted = countedFor({ email: email.data, device, address });
  const attempt = await takeAttempt(database, { counted, now });
  if (!attempt.allowed) return { outcome: "wait", seconds: attempt.seconds };
  const whose = { rank: device === null ? "stranger" : "known", who: email.data } as const;
  const passwordHash = user?.passwordHash ?? null;
  const right = await tryPassword(database, {
    attempt,
    password: password.data,
    passwordHash,
    ...whose,
  });
  if (!user || !right) return { outcome: "wrong" };
  const { id, email: known } = user;
  const holds = await strengthen(database, user, password.data);
  return { outcome: "right", user: { id, email: known }, passwordHash: holds };
}

type From = { email: string; device: string | null; address: string | null };

/** A network's share of an account's budget leaves some of it to whoever comes from elsewhere. */
function countedFor({ email, device, address }: From): Counted[] {
  if (device !== null) {
    return [
      { limit: "log-in-device", who: device },
      { limit: "log-in-devices", who: email },
      { limit: "log-ins-device", who: JSON.stringify([email, device]) },
    ];
  }
  return [
    { limit: "log-in-network", address },
    { limit: "log-in-account-network", who: email, address },
    { limit: "log-in-account", who: email },
    { limit: "log-ins-network", who: email, address },
  ];
}

/**
 * A hash of an earlier version is made anew while the password is at hand; if not now, next time.
 * Gives the hash that the account has then.
 */
async function strengthen(database: Database, user: User, password: string): Promise<string> {
  if (!isWeak(user.passwordHash)) return user.passwordHash;
  try {
    const next = await hashPassword(password, { rank: "known", who: user.email });
    await replacePasswordHash(database, { id: user.id, seen: user.passwordHash, next });
    return next;
  } catch (error) {
    if (!(error instanceof TryLater)) throw error;
    return user.passwordHash;
  }
}

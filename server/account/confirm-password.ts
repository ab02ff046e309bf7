import "server-only";
import type { Database } from "#db/client";
import { findUser } from "#db/users";
import { succeeded, takeAttempt, takeBack } from "#server/base/throttle";
import { TryLater } from "#server/base/try-later";
import type { Learner } from "#server/session/session";
import { isPassword } from "./password";

export type Confirmation =
  | { outcome: "right"; passwordHash: string }
  | { outcome: "wrong" }
  | { outcome: "wait"; seconds: number };

type Asked = { learner: Learner; password: string; now: number };

/**
 * Asks a signed-in learner's password again before something that cannot be undone. Attempts are
 * counted by session, so that whoever got hold of one shuts nobody else out. Throws TryLater.
 */
export async function confirmPassword(
  database: Database,
  { learner, password, now }: Asked,
): Promise<Confirmation> {
  const who = learner.tokenHash;
  const counted = [
    { limit: "confirm-password", who },
    { limit: "confirmations", who },
  ] as const;
  const attempt = await takeAttempt(database, { counted, now });
  if (!attempt.allowed) return { outcome: "wait", seconds: attempt.seconds };
  const passwordHash = (await findUser(database, learner.id))?.passwordHash ?? null;
  try {
    const right = await isPassword(password, { passwordHash, rank: "known", who: learner.email });
    if (passwordHash === null || !right) return { outcome: "wrong" };
  } catch (error) {
    // It was not looked at.
    if (error instanceof TryLater) await takeBack(database, attempt);
    throw error;
  }
  await succeeded(database, attempt);
  return { outcome: "right", passwordHash };
}

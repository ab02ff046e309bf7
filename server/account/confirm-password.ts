import "server-only";
import type { Database } from "#db/client";
import { findUser } from "#db/users";
import { takeAttempt } from "#server/base/throttle";
import type { Learner } from "#server/session/session";
import { tryPassword } from "./try-password";

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
  const whose = { rank: "known", who: learner.email } as const;
  const right = await tryPassword(database, { attempt, password, passwordHash, ...whose });
  if (passwordHash === null || !right) return { outcome: "wrong" };
  return { outcome: "right", passwordHash };
}

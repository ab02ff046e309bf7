import "server-only";
import type { Database } from "#db/client";
import { findUser } from "#db/users";
import { forgiveAll, takeAttempt, waitInWords } from "#server/base/throttle";
import { isPassword } from "./password";

export type Confirmation =
  | { outcome: "right" }
  | { outcome: "wrong" }
  | { outcome: "wait"; message: string };

/** Asks a signed-in learner's password again before something that cannot be undone. */
export async function confirmPassword(
  database: Database,
  { learner, password }: { learner: string; password: string },
): Promise<Confirmation> {
  const limited = { limit: "confirm-password", who: learner } as const;
  const attempt = await takeAttempt(database, limited);
  if (!attempt.allowed) return { outcome: "wait", message: waitInWords(attempt.seconds) };
  const user = await findUser(database, learner);
  if (!(await isPassword(password, user?.passwordHash ?? null))) return { outcome: "wrong" };
  await forgiveAll(database, limited);
  return { outcome: "right" };
}

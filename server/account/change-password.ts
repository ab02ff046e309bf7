import "server-only";
import { z } from "zod";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { endSessions } from "#db/sessions";
import { holdToPassword, PasswordIsAnother, setPasswordHash } from "#db/users";
import { newToken } from "#server/session/secret-token";
import { type Learner, sessionWrite } from "#server/session/session";
import { type Confirmation, confirmPassword } from "./confirm-password";
import { newPasswordSchema, passwordSchema } from "./credentials-schema";
import { unfitFor } from "./fit-password";
import { hashPassword } from "./password";

export const passwordChange = z.object({ current: passwordSchema, next: newPasswordSchema });

export type PasswordChanged =
  | { outcome: "changed"; token: string }
  | { outcome: "unfit"; message: string }
  | Exclude<Confirmation, { outcome: "right" }>;

type Change = z.infer<typeof passwordChange> & {
  learner: Learner;
  userAgent?: string | null;
  now: number;
};

/**
 * Sets a new password and ends every session, this one included, in one batch; `token` is the
 * cookie's value of the session that takes its place. Where another change or a link came first,
 * the password that was given is a wrong one.
 */
export async function changePassword(database: Database, asked: Change): Promise<PasswordChanged> {
  const { learner, current, next, userAgent, now } = asked;
  const confirmation = await confirmPassword(database, { learner, password: current, now });
  if (confirmation.outcome !== "right") return confirmation;
  const message = unfitFor(next, learner.email);
  if (message) return { outcome: "unfit", message };
  const passwordHash = await hashPassword(next, { rank: "known", who: learner.email });
  const token = newToken();
  try {
    await writeTogether(database, [
      holdToPassword(database, { id: learner.id, passwordHash: confirmation.passwordHash }),
      setPasswordHash(database, { id: learner.id, passwordHash }),
      endSessions(database, learner.id),
      sessionWrite(database, { token, userId: learner.id, userAgent, now }),
    ]);
  } catch (error) {
    if (error instanceof PasswordIsAnother) return { outcome: "wrong" };
    throw error;
  }
  return { outcome: "changed", token };
}

import "server-only";
import { z } from "zod";
import type { Database } from "#db/client";
import type { Learner } from "#server/session/session";
import { type Confirmation, confirmPassword } from "./confirm-password";
import { passwordSchema } from "./credentials-schema";
import { removeAccount } from "./remove-account";

export const accountDeletion = z.object({ password: passwordSchema });

export type AccountDeleted = { outcome: "deleted" } | Exclude<Confirmation, { outcome: "right" }>;

/** Removes the account with its sessions, log, states, totals and reports; nothing of it can be had back. */
export async function deleteAccount(
  database: Database,
  { learner, password, now }: { learner: Learner; password: string; now: number },
): Promise<AccountDeleted> {
  const confirmation = await confirmPassword(database, { learner, password, now });
  if (confirmation.outcome !== "right") return confirmation;
  await removeAccount(database, learner.id);
  return { outcome: "deleted" };
}

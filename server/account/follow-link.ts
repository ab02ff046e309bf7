import "server-only";
import { z } from "zod";
import { type AccountLink, findLink, LinkIsUsed, spendLink } from "#db/account/account-links";
import { writeTogether } from "#db/batch";
import type { Database } from "#db/client";
import { endSessions } from "#db/sessions";
import { findUser, findUserByEmail, putUser, setPasswordHash } from "#db/users";
import type { Write } from "#db/write";
import { note } from "#server/base/note";
import { hashToken, newToken } from "#server/session/secret-token";
import { sessionWrite } from "#server/session/session";
import { newPasswordSchema } from "./credentials-schema";
import { unfitFor } from "./fit-password";
import { hashPassword } from "./password";

export const linkFollowed = z.object({ token: z.string().max(64), password: newPasswordSchema });

export type LinkFollowed =
  | { outcome: "reset" | "registered"; id: string; email: string; token: string }
  | { outcome: "unfit"; message: string }
  | { outcome: "expired" };

type Followed = z.infer<typeof linkFollowed> & {
  /** Of the account, where one is made. */
  id: string;
  userAgent: string | null;
  now: number;
};

/**
 * Sets the password that somebody chose by a link, and logs them in here: of an account, every other
 * session ends with that; else the account is made. A link works once. Throws TryLater.
 */
export async function followLink(database: Database, followed: Followed): Promise<LinkFollowed> {
  const { token, password, userAgent, now } = followed;
  const link = await findLink(database, { tokenHash: hashToken(token), now });
  const account = link && (await accountOf(database, { link, id: followed.id }));
  if (!link || !account) return { outcome: "expired" };
  const { outcome, id, email } = account;
  const message = unfitFor(password, email);
  if (message) return { outcome: "unfit", message };
  const passwordHash = await hashPassword(password, { rank: "known", who: email });
  const session = { token: newToken(), userId: id, userAgent, now };
  const set: Write[] =
    outcome === "reset"
      ? [setPasswordHash(database, { id, passwordHash }), endSessions(database, id)]
      : putUser(database, { id, email, passwordHash, createdAt: now });
  try {
    const spend = spendLink(database, link);
    await writeTogether(database, [...spend, ...set, sessionWrite(database, session)]);
  } catch (error) {
    if (error instanceof LinkIsUsed) return { outcome: "expired" };
    throw error;
  }
  note({ event: outcome === "reset" ? "password-reset" : "registered" });
  return { outcome, id, email, token: session.token };
}

type Account = { outcome: "reset" | "registered"; id: string; email: string };

/** Whose password the link sets; null where the account is gone, or one was made meanwhile. */
async function accountOf(
  database: Database,
  { link, id }: { link: AccountLink; id: string },
): Promise<Account | null> {
  if (link.userId !== null) {
    const user = await findUser(database, link.userId);
    return user && { outcome: "reset", id: user.id, email: user.email };
  }
  if (link.email === null || (await findUserByEmail(database, link.email))) return null;
  return { outcome: "registered", id, email: link.email };
}

import { and, eq, gt, lte, or } from "drizzle-orm";
import type { Write } from "#db/batch";
import type { Database } from "#db/client";
import { accountLinks } from "#db/schema";

export type AccountLink = typeof accountLinks.$inferSelect;

/** Thrown by `spendLink`, with which its batch is rolled back. */
export class LinkIsUsed extends Error {
  constructor() {
    super("The link was used meanwhile, or its account is gone.");
    this.name = "LinkIsUsed";
  }
}

/** Adds a link as part of a batch, and removes those whose time is over. */
export function addLink(database: Database, link: AccountLink): Write[] {
  return [
    () => database.delete(accountLinks).where(lte(accountLinks.expiresAt, link.createdAt)).run(),
    () => database.insert(accountLinks).values(link).run(),
  ];
}

/** Removes one link as part of a batch. */
export function dropLink(database: Database, tokenHash: string): Write {
  return () => database.delete(accountLinks).where(eq(accountLinks.tokenHash, tokenHash)).run();
}

/** The link, or null when there is none, or it was used, or its time is over. */
export async function findLink(
  database: Database,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<AccountLink | null> {
  const [found] = await database
    .select()
    .from(accountLinks)
    .where(and(eq(accountLinks.tokenHash, tokenHash), gt(accountLinks.expiresAt, now)));
  return found ?? null;
}

/**
 * Spends a link, the first statement of the batch that does what it is for; every other of the same
 * account goes with it. Fails, and with it the batch, when it was used before.
 */
export function spendLink(
  database: Database,
  { tokenHash, userId, email }: Pick<AccountLink, "tokenHash" | "userId" | "email">,
): Write {
  return () => {
    const used = database.delete(accountLinks).where(eq(accountLinks.tokenHash, tokenHash)).run();
    if (used.changes === 0) throw new LinkIsUsed();
    removeLinks(database, { userId, email })();
  };
}

/** Removes the links to an account: of a user, of an address that one is to be made for, or both. */
export function removeLinks(
  database: Database,
  { userId, email }: { userId: string | null; email: string | null },
): Write {
  const ofUser = userId === null ? undefined : eq(accountLinks.userId, userId);
  const ofAddress = email === null ? undefined : eq(accountLinks.email, email);
  return () => {
    const which = or(ofUser, ofAddress);
    if (which) database.delete(accountLinks).where(which).run();
  };
}

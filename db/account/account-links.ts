import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { placeholders } from "#db/placeholders";
import { prepareOnce, prepareWrite } from "#db/prepare-once";
import { accountLinks } from "#db/schema";
import type { Write } from "#db/write";

export type AccountLink = typeof accountLinks.$inferSelect;

const ofHash = eq(accountLinks.tokenHash, sql.placeholder("tokenHash"));

const byHash = prepareOnce((builder) =>
  builder
    .select()
    .from(accountLinks)
    .where(and(ofHash, gt(accountLinks.expiresAt, sql.placeholder("now")))),
);

const add = prepareWrite((builder) =>
  builder.insert(accountLinks).values(placeholders(accountLinks)),
);
const sweep = prepareWrite((builder) =>
  builder.delete(accountLinks).where(lte(accountLinks.expiresAt, sql.placeholder("now"))),
);
const drop = prepareWrite((builder) => builder.delete(accountLinks).where(ofHash));

/** A null is nobody's: nothing equals it. */
const removeOf = prepareWrite((builder) =>
  builder
    .delete(accountLinks)
    .where(
      or(
        eq(accountLinks.userId, sql.placeholder("userId")),
        eq(accountLinks.email, sql.placeholder("email")),
      ),
    ),
);

/** Thrown by `spendLink`, with which its batch is rolled back. */
export class LinkIsUsed extends Error {
  constructor() {
    super("The link was used meanwhile, or its account is gone.");
    this.name = "LinkIsUsed";
  }
}

/** Adds a link as part of a batch, and removes those whose time is over. */
export function addLink(database: Database, link: AccountLink): Write[] {
  return [sweep(database, { now: link.createdAt }), add(database, link)];
}

/** Removes one link as part of a batch. */
export function dropLink(database: Database, tokenHash: string): Write {
  return drop(database, { tokenHash });
}

/** The link, or null when there is none, or it was used, or its time is over. */
export async function findLink(
  database: Database,
  asked: { tokenHash: string; now: number },
): Promise<AccountLink | null> {
  return (await byHash(database).get(asked)) ?? null;
}

/**
 * Spends a link, the first statements of the batch that does what it is for; every other of the same
 * account goes with it. Fails, and with it the batch, when it was used before.
 */
export function spendLink(
  database: Database,
  { tokenHash, userId, email }: Pick<AccountLink, "tokenHash" | "userId" | "email">,
): Write[] {
  return [
    drop(database, { tokenHash }, () => new LinkIsUsed()),
    removeLinks(database, { userId, email }),
  ];
}

/** Removes the links to an account: of a user, of an address that one is to be made for, or both. */
export function removeLinks(
  database: Database,
  whose: { userId: string | null; email: string | null },
): Write {
  return removeOf(database, whose);
}

import { and, eq, gte, lt, type SQLWrapper, sql } from "drizzle-orm";
import { removeLinks } from "./account/account-links";
import { type Write, writeOne } from "./batch";
import type { Database } from "./client";
import { prepareOnce } from "./prepare-once";
import { cardStates, dailyTotals, entries, reports, users } from "./schema";
import { sqliteCode } from "./trouble";

export type User = typeof users.$inferSelect;
export type NewUser = Pick<User, "id" | "email" | "passwordHash" | "createdAt">;

/** What a batch is computed from and moves on, besides its entries and states. */
export type LogHead = Omit<User, keyof NewUser | "logVersion"> & { version: number };

const byId = prepareOnce((database) =>
  database
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder("id")))
    .prepare(),
);

const byEmail = prepareOnce((database) =>
  database
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder("email")))
    .prepare(),
);

const head = prepareOnce((database) =>
  database
    .select({
      version: users.logVersion,
      settings: users.settings,
      retentionVersion: users.retentionVersion,
      storedBytes: users.storedBytes,
      storedCards: users.storedCards,
      lastDay: users.lastDay,
      entriesOfDay: users.entriesOfDay,
    })
    .from(users)
    .where(eq(users.id, sql.placeholder("id")))
    .prepare(),
);

const logVersion = prepareOnce((database) =>
  database
    .select({ logVersion: users.logVersion })
    .from(users)
    .where(eq(users.id, sql.placeholder("id")))
    .prepare(),
);

/** Raw and null where nothing is to change. */
const or = (name: string, column: SQLWrapper) => sql`coalesce(${sql.placeholder(name)}, ${column})`;

/** A mismatch sets null, which the column refuses, which rolls the whole batch back. */
const bump = prepareOnce((database) =>
  database
    .update(users)
    .set({
      logVersion: sql`iif(${users.logVersion} = ${sql.placeholder("seen")}, ${users.logVersion} + 1, null)`,
      settings: or("settings", users.settings),
      retentionVersion: or("retentionVersion", users.retentionVersion),
      storedBytes: or("storedBytes", users.storedBytes),
      storedCards: or("storedCards", users.storedCards),
      lastDay: or("lastDay", users.lastDay),
      entriesOfDay: or("entriesOfDay", users.entriesOfDay),
    })
    .where(eq(users.id, sql.placeholder("id")))
    .prepare(),
);

/** Adds a user; `taken` when the e-mail address, lower-cased by the caller, has an account. */
export async function addUser(database: Database, user: NewUser): Promise<"added" | "taken"> {
  const add = database.insert(users).values(user).onConflictDoNothing().returning({
    id: users.id,
  });
  return (await writeOne(database, () => add.all())).length === 1 ? "added" : "taken";
}

/** Adds a user as part of a batch, which fails when the address has an account. */
export function putUser(database: Database, user: NewUser): Write {
  return () => database.insert(users).values(user).run();
}

export async function findUser(database: Database, id: string): Promise<User | null> {
  return (await byId(database).get({ id })) ?? null;
}

/** `email` lower-cased, as it is stored. */
export async function findUserByEmail(database: Database, email: string): Promise<User | null> {
  return (await byEmail(database).get({ email })) ?? null;
}

/** Where the learner's log stands; null when there is no such user. */
export async function readLogHead(database: Database, id: string): Promise<LogHead | null> {
  return (await head(database).get({ id })) ?? null;
}

/** How many batches the learner's log has; null when there is no such user. */
export async function readLogVersion(database: Database, id: string): Promise<number | null> {
  return (await logVersion(database).get({ id }))?.logVersion ?? null;
}

type Claim = { learner: string; seen: number; head?: Partial<Omit<LogHead, "version">> };

/**
 * The first statement of every batch that writes to a learner's log: fails, and with it the batch,
 * when the log has moved on from the version that the batch was computed from. `head` is what else
 * there is to change.
 */
export function claimLogVersion(
  database: Database,
  { learner, seen, head: changes = {} }: Claim,
): Write {
  const { settings, ...numbers } = changes;
  const values = { ...unchanged, ...numbers, settings: settings ? JSON.stringify(settings) : null };
  return () => bump(database).run({ id: learner, seen, ...values });
}

const unchanged = {
  ...{ settings: null, retentionVersion: null, storedBytes: null },
  ...{ storedCards: null, lastDay: null, entriesOfDay: null },
};

/** Whether an error is that of a claim that came too late. */
export function isStaleClaim(error: unknown): boolean {
  return (
    sqliteCode(error) === "SQLITE_CONSTRAINT_NOTNULL" &&
    error instanceof Error &&
    error.message.includes("users.log_version")
  );
}

/** Sets a new password's hash; the statement to put beside the end of the sessions. */
export function setPasswordHash(
  database: Database,
  { id, passwordHash }: { id: string; passwordHash: string },
): Write {
  return () => database.update(users).set({ passwordHash }).where(eq(users.id, id)).run();
}

/** Thrown by `holdToPassword`, with which its batch is rolled back. */
export class PasswordIsAnother extends Error {
  constructor() {
    super("The password was changed meanwhile, or the account was closed.");
    this.name = "PasswordIsAnother";
  }
}

/**
 * The first statement of a batch that a password opened: fails, and with it the batch, when the hash
 * that was looked at is the account's no more.
 */
export function holdToPassword(
  database: Database,
  { id, passwordHash }: { id: string; passwordHash: string },
): Write {
  return () => {
    if (byId(database).get({ id })?.passwordHash !== passwordHash) throw new PasswordIsAnother();
  };
}

/** Sets another hash of the same password, unless the password was changed meanwhile. */
export async function replacePasswordHash(
  database: Database,
  { id, seen, next }: { id: string; seen: string; next: string },
): Promise<void> {
  const unchanged = and(eq(users.id, id), eq(users.passwordHash, seen));
  const replace = database.update(users).set({ passwordHash: next }).where(unchanged);
  await writeOne(database, () => replace.run());
}

/** No address: nobody logs in with it, and it is free for another account at once. */
const closed = "deleted ";

/**
 * Takes from a user all by which anybody gets in; what is stored of them goes afterwards, piece by
 * piece (removeSomeOf, deleteUser). To be put beside the end of the sessions.
 */
export function closeUser(database: Database, id: string): Write[] {
  const nobody = { email: closed + id, passwordHash: "" };
  return [
    removeLinks(database, { userId: id, email: null }),
    () => database.update(users).set(nobody).where(eq(users.id, id)).run(),
  ];
}

/** Users who were closed and are not gone yet. */
export async function findClosedUsers(database: Database): Promise<string[]> {
  const rows = await database
    .select({ id: users.id })
    .from(users)
    // The text after the last one that begins like that: a space goes before an exclamation mark.
    .where(and(gte(users.email, closed), lt(users.email, closed.replace(" ", "!"))));
  return rows.map(({ id }) => id);
}

/** Removes at most so many rows of each table that hold what is stored of a user; gives how many. */
export async function removeSomeOf(
  database: Database,
  { id, limit }: { id: string; limit: number },
): Promise<number> {
  const some = [entries, cardStates, dailyTotals, reports].map((table) => {
    const rows = sql`select rowid from ${table} where ${table.learner} = ${id} limit ${limit}`;
    return database.delete(table).where(sql`rowid in (${rows})`);
  });
  return writeOne(database, () => some.reduce((sum, one) => sum + one.run().changes, 0));
}

/** Removes a user and all that is theirs: by cascade, but for the links to a new password. */
export async function deleteUser(database: Database, id: string): Promise<boolean> {
  const removeLinksOf = removeLinks(database, { userId: id, email: null });
  const remove = database.delete(users).where(eq(users.id, id));
  const gone = await writeOne(database, () => {
    removeLinksOf();
    return remove.run();
  });
  return gone.changes === 1;
}

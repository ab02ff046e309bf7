import { and, eq, gte, lt, sql } from "drizzle-orm";
import { removeLinks } from "./account/account-links";
import { writeOne, writeTogether } from "./batch";
import type { Database } from "./client";
import { beginLog, closeLog, removeLog } from "./log-heads";
import { given, placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { cardStates, dailyTotals, entries, reports, users } from "./schema";
import type { Write } from "./write";

export type User = typeof users.$inferSelect;

const ofId = eq(users.id, sql.placeholder("id"));

const byId = prepareOnce((builder) => builder.select().from(users).where(ofId));

const byEmail = prepareOnce((builder) =>
  builder
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder("email"))),
);

const add = prepareWrite((builder) =>
  builder.insert(users).values(placeholders(users)).onConflictDoNothing(),
);

const setHash = prepareWrite((builder) =>
  builder
    .update(users)
    .set({ passwordHash: given("passwordHash") })
    .where(ofId),
);

/** Sets what is there already: what counts is whether it is. */
const holdHash = prepareWrite((builder) =>
  builder
    .update(users)
    .set({ passwordHash: sql`${users.passwordHash}` })
    .where(and(ofId, eq(users.passwordHash, sql.placeholder("seen")))),
);

const replaceHash = prepareWrite((builder) =>
  builder
    .update(users)
    .set({ passwordHash: given("next") })
    .where(and(ofId, eq(users.passwordHash, sql.placeholder("seen")))),
);

const close = prepareWrite((builder) =>
  builder
    .update(users)
    .set({ email: given("email"), passwordHash: "" })
    .where(ofId),
);

const remove = prepareWrite((builder) => builder.delete(users).where(ofId));

/** No address: nobody logs in with it, and it is free for another account at once. */
const closed = "deleted ";

const closedUsers = prepareOnce((builder) =>
  builder
    .select({ id: users.id })
    .from(users)
    // The text after the last one that begins like that: a space goes before an exclamation mark.
    .where(and(gte(users.email, closed), lt(users.email, closed.replace(" ", "!")))),
);

const { studyDay, topic, kind, band, mode } = dailyTotals;

/** By table that holds what is stored of a user, what tells their rows there from each other. */
const stored = [
  { table: entries, key: sql`${entries.id}` },
  { table: cardStates, key: sql`${cardStates.card}` },
  { table: dailyTotals, key: sql`${studyDay}, ${topic}, ${kind}, ${band}, ${mode}` },
  { table: reports, key: sql`${reports.id}` },
];

const removeSome = stored.map(({ table, key }) => {
  const ofUser = eq(table.learner, sql.placeholder("id"));
  const some = sql`select ${key} from ${table} where ${ofUser} limit ${sql.placeholder("limit")}`;
  return prepareWrite((builder) =>
    builder.delete(table).where(and(ofUser, sql`(${key}) in (${some})`)),
  );
});

/** Thrown by `putUser`, with which its batch is rolled back. */
export class AddressIsTaken extends Error {
  constructor() {
    super("The address has an account.");
    this.name = "AddressIsTaken";
  }
}

/** Adds a user; `taken` when the e-mail address, lower-cased by the caller, has an account. */
export async function addUser(database: Database, user: User): Promise<"added" | "taken"> {
  try {
    await writeTogether(database, putUser(database, user));
    return "added";
  } catch (error) {
    if (error instanceof AddressIsTaken) return "taken";
    throw error;
  }
}

/** Adds a user as part of a batch, which fails when the address has an account. */
export function putUser(database: Database, user: User): Write[] {
  return [add(database, user, () => new AddressIsTaken()), beginLog(database, user.id)];
}

export async function findUser(database: Database, id: string): Promise<User | null> {
  return (await byId(database).get({ id })) ?? null;
}

/** `email` lower-cased, as it is stored. */
export async function findUserByEmail(database: Database, email: string): Promise<User | null> {
  return (await byEmail(database).get({ email })) ?? null;
}

/** Sets a new password's hash; the statement to put beside the end of the sessions. */
export function setPasswordHash(
  database: Database,
  { id, passwordHash }: { id: string; passwordHash: string },
): Write {
  return setHash(database, { id, passwordHash });
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
  return holdHash(database, { id, seen: passwordHash }, () => new PasswordIsAnother());
}

/** Sets another hash of the same password, unless the password was changed meanwhile. */
export async function replacePasswordHash(
  database: Database,
  change: { id: string; seen: string; next: string },
): Promise<void> {
  await writeOne(database, replaceHash(database, change));
}

/**
 * Takes from a user all by which anybody gets in; what is stored of them goes afterwards, piece by
 * piece (removeSomeOf, deleteUser). To be put beside the end of the sessions.
 */
export function closeUser(database: Database, id: string): Write[] {
  return [
    removeLinks(database, { userId: id, email: null }),
    close(database, { id, email: closed + id }),
    closeLog(database, id),
  ];
}

/** Users who were closed and are not gone yet. */
export async function findClosedUsers(database: Database): Promise<string[]> {
  const rows = await closedUsers(database).all();
  return rows.map(({ id }) => id);
}

/** Removes at most so many rows of each table that hold what is stored of a user; gives how many. */
export async function removeSomeOf(
  database: Database,
  asked: { id: string; limit: number },
): Promise<number> {
  const removed = await writeTogether(
    database,
    removeSome.map((some) => some(database, asked)),
  );
  return removed.reduce((sum, rows) => sum + rows, 0);
}

/** Removes a user and all that is theirs: by cascade, but for the links to a new password. */
export async function deleteUser(database: Database, id: string): Promise<boolean> {
  const links = removeLinks(database, { userId: id, email: null });
  const user = remove(database, { id });
  const [, , gone] = await writeTogether(database, [links, removeLog(database, id), user]);
  return gone === 1;
}

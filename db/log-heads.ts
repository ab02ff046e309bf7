import { and, eq, gte, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "./client";
import { given } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { logs } from "./schema";
import type { Write } from "./write";

/** What a batch is computed from and moves on, besides its entries and states. */
export type LogHead = Pick<
  typeof logs.$inferSelect,
  | "settings"
  | "retentionVersion"
  | "storedBytes"
  | "storedCards"
  | "lastDay"
  | "entriesOfDay"
  | "unreadBy"
> & { version: number };

const ofLearner = eq(logs.learner, sql.placeholder("learner"));
/** That of a closed account is there no more for anybody. */
const isOpen = and(ofLearner, gte(logs.version, 0));
/** What the version is set to when the account is closed. */
const closed = -1;

const head = prepareOnce((builder) =>
  builder
    .select({
      version: logs.version,
      settings: logs.settings,
      retentionVersion: logs.retentionVersion,
      storedBytes: logs.storedBytes,
      storedCards: logs.storedCards,
      lastDay: logs.lastDay,
      entriesOfDay: logs.entriesOfDay,
      unreadBy: logs.unreadBy,
    })
    .from(logs)
    .where(isOpen),
);

const version = prepareOnce((builder) =>
  builder.select({ version: logs.version }).from(logs).where(isOpen),
);

/** Raw and null where nothing is to change. */
const or = (name: string, column: SQLWrapper) => sql`coalesce(${sql.placeholder(name)}, ${column})`;

const bump = prepareWrite((builder) =>
  builder
    .update(logs)
    .set({
      version: sql`${logs.version} + 1`,
      settings: or("settings", logs.settings),
      retentionVersion: or("retentionVersion", logs.retentionVersion),
      storedBytes: or("storedBytes", logs.storedBytes),
      storedCards: or("storedCards", logs.storedCards),
      lastDay: or("lastDay", logs.lastDay),
      entriesOfDay: or("entriesOfDay", logs.entriesOfDay),
      unreadBy: or("unreadBy", logs.unreadBy),
    })
    .where(and(ofLearner, eq(logs.version, sql.placeholder("seen")))),
);

const add = prepareWrite((builder) => builder.insert(logs).values({ learner: given("learner") }));
const close = prepareWrite((builder) =>
  builder.update(logs).set({ version: closed }).where(ofLearner),
);
const remove = prepareWrite((builder) => builder.delete(logs).where(ofLearner));

/** Where the learner's log stands; null when there is no such user. */
export async function readLogHead(database: Database, learner: string): Promise<LogHead | null> {
  return (await head(database).get({ learner })) ?? null;
}

/** How many batches the learner's log has; null when there is no such user. */
export async function readLogVersion(database: Database, learner: string): Promise<number | null> {
  return (await version(database).get({ learner }))?.version ?? null;
}

/** An empty log, beside the new user whose it is. */
export function beginLog(database: Database, learner: string): Write {
  return add(database, { learner });
}

/** Nothing reads the log or adds to it from now on, be it what was computed before. */
export function closeLog(database: Database, learner: string): Write {
  return close(database, { learner });
}

/** To be removed last: what is stored of a log is told by it. */
export function removeLog(database: Database, learner: string): Write {
  return remove(database, { learner });
}

type Claim = { learner: string; seen: number; head?: Partial<Omit<LogHead, "version">> };

/** Thrown by a claim that came too late, or of a log that is there no more: its batch is rolled back. */
export class StaleClaim extends Error {
  constructor() {
    super("The log has moved on from the version that was seen, or is gone.");
    this.name = "StaleClaim";
  }
}

/**
 * The first statement of every batch that writes to a learner's log: fails, and with it the batch,
 * when the log has moved on from the version that the batch was computed from, or is gone. `head` is
 * what else there is to change.
 */
export function claimLogVersion(
  database: Database,
  { learner, seen, head: changes = {} }: Claim,
): Write {
  const { settings, ...numbers } = changes;
  const values = { ...unchanged, ...numbers, settings: settings ? JSON.stringify(settings) : null };
  return bump(database, { learner, seen, ...values }, () => new StaleClaim());
}

const unchanged = {
  ...{ settings: null, retentionVersion: null, storedBytes: null },
  ...{ storedCards: null, lastDay: null, entriesOfDay: null, unreadBy: null },
};

/** Whether an error is that of a claim that came too late. */
export function isStaleClaim(error: unknown): boolean {
  return error instanceof StaleClaim;
}

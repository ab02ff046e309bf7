import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "./client";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { users } from "./schema";
import type { Write } from "./write";

/** What a batch is computed from and moves on, besides its entries and states. */
export type LogHead = Pick<
  typeof users.$inferSelect,
  "settings" | "retentionVersion" | "storedBytes" | "storedCards" | "lastDay" | "entriesOfDay"
> & { version: number };

const ofId = eq(users.id, sql.placeholder("id"));

const head = prepareOnce((builder) =>
  builder
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
    .where(ofId),
);

const logVersion = prepareOnce((builder) =>
  builder.select({ logVersion: users.logVersion }).from(users).where(ofId),
);

/** Raw and null where nothing is to change. */
const or = (name: string, column: SQLWrapper) => sql`coalesce(${sql.placeholder(name)}, ${column})`;

const bump = prepareWrite((builder) =>
  builder
    .update(users)
    .set({
      logVersion: sql`${users.logVersion} + 1`,
      settings: or("settings", users.settings),
      retentionVersion: or("retentionVersion", users.retentionVersion),
      storedBytes: or("storedBytes", users.storedBytes),
      storedCards: or("storedCards", users.storedCards),
      lastDay: or("lastDay", users.lastDay),
      entriesOfDay: or("entriesOfDay", users.entriesOfDay),
    })
    .where(and(ofId, eq(users.logVersion, sql.placeholder("seen")))),
);

/** Where the learner's log stands; null when there is no such user. */
export async function readLogHead(database: Database, id: string): Promise<LogHead | null> {
  return (await head(database).get({ id })) ?? null;
}

/** How many batches the learner's log has; null when there is no such user. */
export async function readLogVersion(database: Database, id: string): Promise<number | null> {
  return (await logVersion(database).get({ id }))?.logVersion ?? null;
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
  return bump(database, { id: learner, seen, ...values }, () => new StaleClaim());
}

const unchanged = {
  ...{ settings: null, retentionVersion: null, storedBytes: null },
  ...{ storedCards: null, lastDay: null, entriesOfDay: null },
};

/** Whether an error is that of a claim that came too late. */
export function isStaleClaim(error: unknown): boolean {
  return error instanceof StaleClaim;
}

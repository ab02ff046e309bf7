import "server-only";
import type { StateChange } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import { readStatesSince } from "#db/card-states";
import type { Database } from "#db/client";
import { readEntriesSince } from "#db/entries";

/** How long a device keeps reviews, in milliseconds; what is older is in the totals. */
const kept = 90 * 24 * 60 * 60 * 1000;
/** Entries in one answer; the rest comes with the next. Several batches of the largest size fit. */
const pageSize = 3000;

export type Pulled = { states: StateChange[]; entries: Entry[]; cursor: number; more: boolean };

type Asked = {
  learner: string;
  /** The last version of the log that the device knows, 0 for none. */
  since: number;
  /** The version up to which is told. */
  version: number;
  now: number;
};

/**
 * What a device lacks: all states written since its cursor, and the entries stored since, reviews
 * of the last 90 days and all others of any age. A page ends between two versions of the log, so
 * that the cursor never splits a batch.
 */
export async function pull(
  database: Database,
  asked: Asked,
  limit: number = pageSize,
): Promise<Pulled> {
  const { learner, since, version, now } = asked;
  const states = await readStatesSince(database, { learner, version: since });
  const found = await readEntriesSince(database, {
    learner,
    version: since,
    from: now - kept,
    limit: limit + 1,
  });
  const beyond = found[limit];
  const cursor = beyond ? beyond.version - 1 : version;
  const entries = found.filter((one) => one.version <= cursor).map((one) => one.entry);
  return { states, entries, cursor, more: beyond !== undefined };
}

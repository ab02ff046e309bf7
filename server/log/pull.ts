import "server-only";
import type { Gap, StateChange } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import { readStatesSince } from "#db/card-states";
import type { Database } from "#db/client";
import { readNewestEntries } from "#db/entries";

/** How long a device keeps reviews, in milliseconds; what is older is in the totals. */
export const kept = 90 * 24 * 60 * 60 * 1000;
/**
 * Entries in one answer; the rest comes with the next. More than a batch of the largest size, and
 * with all states little enough for a first card to come soon over a slow network.
 */
const pageSize = 1000;

export type Pulled = {
  states: StateChange[];
  entries: Entry[];
  /** What is still to be asked for; null when nothing is. */
  gap: Gap | null;
};

type Asked = {
  learner: string;
  /** The last version of the log that the device knows, 0 for none. */
  since: number;
  /** What the device lacks of the versions before. */
  gap?: Gap | undefined;
  /** The version up to which is told. */
  version: number;
  now: number;
};

/**
 * What a device lacks: all states written since its cursor, and the entries stored since, reviews
 * of the last 90 days and all others of any age. The newest come first, so that a new device can
 * count what was done today before it has all; what is left out is told as a gap.
 */
export async function pull(
  database: Database,
  asked: Asked,
  limit: number = pageSize,
): Promise<Pulled> {
  const { learner, since, gap, version, now } = asked;
  const states = await readStatesSince(database, { learner, version: since });
  const page = (range: Gap) => readPage(database, { learner, range, now, limit });
  const newest = await page({ after: since, before: version + 1 });
  if (newest.rest) {
    return { states, entries: newest.entries, gap: { ...newest.rest, after: gap?.after ?? since } };
  }
  const older = gap ? await page(gap) : nothing;
  return { states, entries: [...older.entries, ...newest.entries], gap: older.rest };
}

/** A batch is of one device, in its order. */
function asSent(a: Versioned, b: Versioned): number {
  return a.version - b.version || a.entry.sequence - b.entry.sequence;
}

type Versioned = { version: number; entry: Entry };

const nothing = { entries: [], rest: null };

type Page = { learner: string; range: Gap; now: number; limit: number };

/** The newest entries of some versions. A page ends between two versions, never within a batch. */
async function readPage(
  database: Database,
  { learner, range, now, limit }: Page,
): Promise<{ entries: Entry[]; rest: Gap | null }> {
  const from = now - kept;
  const asked = { learner, ...range, from, limit: limit + 1 };
  const found = await readNewestEntries(database, asked);
  const beyond = found[limit]?.version;
  const whole = beyond === undefined ? found : found.filter((one) => one.version > beyond);
  whole.sort(asSent);
  const rest = beyond === undefined ? null : { after: range.after, before: beyond + 1 };
  return { entries: whole.map((one) => one.entry), rest };
}

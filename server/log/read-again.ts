import "server-only";
import { subjectOf } from "#core/log/marks";
import { readStates } from "#db/card-states";
import type { Database } from "#db/client";
import { type EntryRow, entryOf } from "#db/entry-row";
import { markUnread, readUnread, replaceEntry } from "#db/pages/unread-entries";
import { takenReports } from "#db/reports";
import type { Catalog } from "#server/base/catalog";
import type { Pace } from "#server/base/give-way";
import { follow, isStored, writesOf } from "./compute-batch";
import { type Reader, readEntry } from "./entry-schema";
import type { HeadWithSettings } from "./log-head";
import { type Arrived, receive } from "./receive-entries";

/** Entries in one batch: with a state and a total for each it is a commit of 1,000 rows at most. */
const perBatch = 330;

type Log = {
  learner: string;
  head: HeadWithSettings;
  reader: Reader;
  cards: Catalog["cards"];
  pace: Pace;
  /** When writing has to be through, as `performance.now` says it. */
  until: number;
};

/** Whether a log holds what an earlier version could not read, and this one has not tried yet. */
export function isToBeRead(head: HeadWithSettings, { reader }: Pick<Log, "reader">): boolean {
  return head.unreadBy !== null && head.unreadBy < reader.protocol;
}

/**
 * Reads some of what an earlier version kept unread. What this version can read is stored as if it
 * had been read when it came, and told to devices again; states, totals and settings follow. The rest
 * is marked, so that no more than a later version tries. Where another batch came in between nothing
 * is written: either way the log's head is to be looked at again.
 */
export async function readAgain(database: Database, log: Log): Promise<void> {
  const { learner, head, reader, pace } = log;
  const asked = { learner, below: reader.protocol, limit: perBatch };
  const rows = await readUnread(database, asked);
  const fresh = await readable(database, rows, log);
  const cards = [...new Set(fresh.flatMap(({ sent }) => subjectOf(sent) ?? []))];
  const states = await readStates(database, { learner, cards });
  const following = await follow(database, { ...log, states, fresh });
  const read = new Set(fresh.map(({ sent }) => sent.id));
  const after = {
    ...following.head,
    version: head.version + 1,
    storedCards: head.storedCards + following.newCards,
    unreadBy: rows.length < perBatch ? reader.protocol : head.unreadBy,
  };
  const writes = [
    ...writesOf(database, { ...log, fresh }, { ...following, head: after, put: replaceEntry }),
    ...rows
      .filter(({ id }) => !read.has(id))
      .map(({ id }) => markUnread(database, { learner, id, unreadBy: reader.protocol })),
  ];
  await pace.during(isStored(database, writes, log.until));
}

/** Those that this version reads. What it finds wrong in one, or clashes, stays as it is. */
async function readable(
  database: Database,
  rows: readonly EntryRow[],
  { learner, reader, cards, pace }: Log,
): Promise<Arrived[]> {
  const arrived: Arrived[] = [];
  for (const row of rows) {
    const { at, claimedAt, receivedAt, bodyHash } = row;
    const sent = { ...entryOf(row), at: claimedAt ?? at };
    const read = readEntry(sent, { reader, spoken: reader.protocol });
    if (read.ok && read.entry.type !== "unknown") {
      arrived.push(receive({ ...read, bodyHash }, { reader, cards, now: receivedAt }));
    }
    await pace.rest();
  }
  const taken = await takenReports(database, { learner, arrived });
  return arrived.filter(({ sent }) => !taken.has(sent.id));
}

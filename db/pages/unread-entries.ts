import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import { type EntryRow, type Received, valuesOf } from "#db/entry-row";
import { given, placeholders } from "#db/placeholders";
import { prepareOnce, prepareWrite } from "#db/prepare-once";
import { entries } from "#db/schema";
import type { Write } from "#db/write";
import { ofLearner } from "./entry-parts";

const unread = prepareOnce((builder) =>
  builder
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        // In words, too: only so SQLite takes the index of these.
        sql`${entries.unreadBy} is not null`,
        lt(entries.unreadBy, sql.placeholder("below")),
      ),
    )
    .limit(sql.placeholder("limit")),
);

const ofId = and(ofLearner, eq(entries.id, sql.placeholder("id")));
const { learner: _, id: __, ...allButKey } = placeholders(entries);

const replace = prepareWrite((builder) => builder.update(entries).set(allButKey).where(ofId));

const mark = prepareWrite((builder) =>
  builder
    .update(entries)
    .set({ unreadBy: given("unreadBy") })
    .where(ofId),
);

/** Some of the learner's entries that were last tried to be read by a version of a lower number. */
export async function readUnread(
  database: Database,
  asked: { learner: string; below: number; limit: number },
): Promise<EntryRow[]> {
  return unread(database).all(asked);
}

/** Puts an entry as it was read in the place of what was kept of it unread. */
export function replaceEntry(
  database: Database,
  { learner, version, received }: { learner: string; version: number; received: Received },
): Write {
  return replace(database, valuesOf(received, { learner, version }));
}

/** Notes that a version of this number cannot read an entry either. */
export function markUnread(
  database: Database,
  marked: { learner: string; id: string; unreadBy: number },
): Write {
  return mark(database, marked);
}

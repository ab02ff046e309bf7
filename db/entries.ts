import { and, eq, gt, sql } from "drizzle-orm";
import type { Entry } from "#core/log/types";
import type { Database } from "./client";
import { type EntryRow, entryOf, type Received, valuesOf } from "./entry-row";
import { placeholders } from "./placeholders";
import { prepareOnce, prepareWrite } from "./prepare-once";
import { entries } from "./schema";
import type { Write } from "./write";

const ofLearner = eq(entries.learner, sql.placeholder("learner"));

const byIds = prepareOnce((builder, { isAmong }) =>
  builder
    .select({
      id: entries.id,
      at: entries.at,
      claimedAt: entries.claimedAt,
      bodyHash: entries.bodyHash,
      graded: entries.graded,
      verdictShown: entries.verdictShown,
      verdictGraded: entries.verdictGraded,
      ratingSent: entries.ratingSent,
      rating: entries.rating,
    })
    .from(entries)
    .where(and(ofLearner, isAmong(entries.id, "ids"))),
);

const rowsByIds = prepareOnce((builder, { isAmong }) =>
  builder
    .select()
    .from(entries)
    .where(and(ofLearner, isAmong(entries.id, "ids"))),
);

const all = prepareOnce((builder) => builder.select().from(entries).where(ofLearner));

const settings = prepareOnce((builder) =>
  builder
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        // Not a parameter: only with the word itself does SQLite take the index of settings.
        sql`${entries.type} = 'setting'`,
        gt(entries.id, sql.placeholder("after")),
      ),
    )
    .orderBy(entries.id)
    .limit(sql.placeholder("limit")),
);

const insert = prepareWrite((builder) => builder.insert(entries).values(placeholders(entries)));

/** What is known of an entry that was stored before. */
export type StoredEntry = Pick<
  EntryRow,
  | "id"
  | "at"
  | "claimedAt"
  | "bodyHash"
  | "graded"
  | "verdictShown"
  | "verdictGraded"
  | "ratingSent"
  | "rating"
>;

/** Those of these ids that the learner's log has. */
export async function findEntries(
  database: Database,
  { learner, ids }: { learner: string; ids: readonly string[] },
): Promise<Map<string, StoredEntry>> {
  const rows = await byIds(database).all({ learner, ids });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of these ids that the learner's log has, whole, in no order. */
export async function readEntriesById(
  database: Database,
  { learner, ids }: { learner: string; ids: readonly string[] },
): Promise<Entry[]> {
  const rows = await rowsByIds(database).all({ learner, ids });
  return rows.map(entryOf);
}

/** Some settings that the learner chose, by their ids; `next` is null after the last. */
export async function readSettingPage(
  database: Database,
  asked: { learner: string; after: string; limit: number },
): Promise<{ entries: Entry[]; next: string | null }> {
  const rows = await settings(database).all(asked);
  const next = rows.length < asked.limit ? null : (rows.at(-1)?.id ?? null);
  return { entries: rows.map(entryOf), next };
}

/** Every entry of the learner's log, in no order. */
export async function readLog(database: Database, learner: string): Promise<Entry[]> {
  const rows = await all(database).all({ learner });
  return rows.map(entryOf);
}

/** Adds an entry; fails, and with it its batch, when the log has one with its id. */
export function addEntry(
  database: Database,
  { learner, version, received }: { learner: string; version: number; received: Received },
): Write {
  return insert(database, valuesOf(received, { learner, version }));
}

import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Entry, SettingEntry } from "#core/log/types";
import type { Write } from "./batch";
import type { Database } from "./client";
import { type EntryRow, entryOf, type Received, valuesOf } from "./entry-row";
import { placeholders } from "./placeholders";
import { prepareOnce } from "./prepare-once";
import { entries } from "./schema";

const ofLearner = eq(entries.learner, sql.placeholder("learner"));

const byIds = prepareOnce((database) =>
  database
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
    .where(
      and(
        ofLearner,
        sql`${entries.id} in (select value from json_each(${sql.placeholder("ids")}))`,
      ),
    )
    .prepare(),
);

const rowsByIds = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        sql`${entries.id} in (select value from json_each(${sql.placeholder("ids")}))`,
      ),
    )
    .prepare(),
);

const ofCards = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        sql`${entries.card} in (select value from json_each(${sql.placeholder("cards")}))`,
      ),
    )
    .prepare(),
);

const settings = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    // Not a parameter: only with the word itself does SQLite take the index of settings.
    .where(and(ofLearner, sql`${entries.type} = 'setting'`))
    .prepare(),
);

const newest = prepareOnce((database) =>
  database
    .select()
    .from(entries)
    .where(
      and(
        ofLearner,
        gt(entries.version, sql.placeholder("after")),
        lt(entries.version, sql.placeholder("before")),
        sql`(${entries.at} >= ${sql.placeholder("from")} or ${entries.type} not in ('review', 'void'))`,
      ),
    )
    .orderBy(desc(entries.version))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

const insert = prepareOnce((database) =>
  database.insert(entries).values(placeholders(entries)).prepare(),
);

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
  const rows = await byIds(database).all({ learner, ids: JSON.stringify(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of these ids that the learner's log has, whole, in no order. */
export async function readEntriesById(
  database: Database,
  { learner, ids }: { learner: string; ids: readonly string[] },
): Promise<Entry[]> {
  const rows = await rowsByIds(database).all({ learner, ids: JSON.stringify(ids) });
  return rows.map(entryOf);
}

/** All entries of these cards of the learner's, in no order. */
export async function readCardRows(
  database: Database,
  { learner, cards }: { learner: string; cards: readonly string[] },
): Promise<EntryRow[]> {
  return ofCards(database).all({ learner, cards: JSON.stringify(cards) });
}

/** All settings that the learner ever chose, in no order. */
export async function readSettingEntries(
  database: Database,
  learner: string,
): Promise<SettingEntry[]> {
  const rows = await settings(database).all({ learner });
  return rows.map(entryOf).filter((entry) => entry.type === "setting");
}

export type Between = {
  learner: string;
  /** The entries stored between these versions of the log. */
  after: number;
  before: number;
  /** Reviews and voids of before this moment are left out. */
  from: number;
  limit: number;
};

/** What the log took in between two versions, the latest first; `limit` of it at most. */
export async function readNewestEntries(
  database: Database,
  asked: Between,
): Promise<{ entry: Entry; version: number }[]> {
  const rows = await newest(database).all(asked);
  return rows.map((row) => ({ entry: entryOf(row), version: row.version }));
}

/** The learner's quizzes with their reviews, and what was taken back of them. */
export async function readQuizEntries(database: Database, learner: string): Promise<Entry[]> {
  const ofQuizzes = await database
    .select()
    .from(entries)
    .where(and(eq(entries.learner, learner), sql`${entries.quiz} is not null`));
  const voided = ofQuizzes.map((row) => row.id);
  const voids = await database
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.learner, learner),
        eq(entries.type, "void"),
        sql`${entries.target} in (select value from json_each(${JSON.stringify(voided)}))`,
      ),
    );
  return [...ofQuizzes, ...voids].map(entryOf);
}

/** Every entry of the learner's log, in no order. */
export async function readLog(database: Database, learner: string): Promise<Entry[]> {
  const rows = await database.select().from(entries).where(eq(entries.learner, learner));
  return rows.map(entryOf);
}

/** Adds an entry; fails, and with it its batch, when the log has one with its id. */
export function addEntry(
  database: Database,
  { learner, version, received }: { learner: string; version: number; received: Received },
): Write {
  const values = valuesOf(received, { learner, version });
  return () => insert(database).run(values);
}

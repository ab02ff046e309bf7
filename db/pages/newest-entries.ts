import { and, desc, gt, lt, sql } from "drizzle-orm";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import { entryOf } from "#db/entry-row";
import { prepareOnce } from "#db/prepare-once";
import { entries } from "#db/schema";
import { ofLearner, wholeBytes } from "./entry-parts";

/** Index entries that one look goes over: a millisecond's work. */
const span = 10_000;

/** Of one learner, what the log took in between two versions; older reviews and voids are left out. */
export type Between = { learner: string; after: number; before: number; from: number };

/** Stored entries of one version of the log. */
export type Measured = { version: number; bytes: number };

const inRange = and(
  ofLearner,
  gt(entries.version, sql.placeholder("after")),
  lt(entries.version, sql.placeholder("before")),
);
const isKept = sql`(${entries.at} >= ${sql.placeholder("from")} or ${entries.type} not in ('review', 'void'))`;

const edge = prepareOnce((builder) =>
  builder
    .select({ version: entries.version })
    .from(entries)
    .where(inRange)
    .orderBy(desc(entries.version))
    .limit(1)
    .offset(span),
);

const measured = prepareOnce((builder) =>
  builder
    .select({ version: entries.version, bytes: wholeBytes })
    .from(entries)
    .where(and(inRange, isKept))
    .orderBy(desc(entries.version))
    .limit(sql.placeholder("limit")),
);

const between = prepareOnce((builder) =>
  builder.select().from(entries).where(and(inRange, isKept)),
);

/**
 * How large the latest of some entries are, one by one, the latest first; `limit` of them at most.
 * It goes over so much of the log and no more: `first` is the version at which to go on before, null
 * when that is all.
 */
export async function measureNewest(
  database: Database,
  { limit, ...asked }: Between & { limit: number },
): Promise<{ found: Measured[]; first: number | null }> {
  const last = await edge(database).get(asked);
  const first = last?.version ?? asked.after + 1;
  const found = await measured(database).all({ ...asked, after: first - 1, limit });
  return { found, first: last ? first : null };
}

/** The entries of these versions, in no order. */
export async function readBetween(
  database: Database,
  asked: Between,
): Promise<{ entry: Entry; version: number }[]> {
  const rows = await between(database).all(asked);
  return rows.map((row) => ({ entry: entryOf(row), version: row.version }));
}

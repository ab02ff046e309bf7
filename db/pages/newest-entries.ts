import { and, desc, gt, lt, sql } from "drizzle-orm";
import type { Entry } from "#core/log/types";
import type { Database } from "#db/client";
import type { Dialect } from "#db/dialect";
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

/**
 * From the index alone. Where another column is asked for, PostgreSQL fetches each row before it passes
 * it over: of a long log all of them, wherever on the disk they are.
 */
const kept = prepareOnce((builder) =>
  builder
    .select({ version: entries.version })
    .from(entries)
    .where(and(inRange, isKept))
    .orderBy(desc(entries.version))
    .limit(sql.placeholder("limit")),
);

const ofVersions = ({ isAmong }: Dialect) =>
  and(ofLearner, isAmong(entries.version, "versions"), isKept);

const measured = prepareOnce((builder, dialect) =>
  builder
    .select({ version: entries.version, bytes: wholeBytes })
    .from(entries)
    .where(ofVersions(dialect))
    .orderBy(desc(entries.version)),
);

const whole = prepareOnce((builder, dialect) =>
  builder.select().from(entries).where(ofVersions(dialect)),
);

/**
 * How large the latest of some entries are, one by one, the latest first: the versions that the first
 * `limit` of them are of, each whole. It goes over so much of the log and no more: `first` is the
 * version at which to go on before, null when that is all.
 */
export async function measureNewest(
  database: Database,
  { limit, ...asked }: Between & { limit: number },
): Promise<{ found: Measured[]; first: number | null }> {
  const last = await edge(database).get(asked);
  const first = last?.version ?? asked.after + 1;
  const rows = await kept(database).all({ ...asked, after: first - 1, limit });
  const versions = [...new Set(rows.map(({ version }) => version))];
  const of = { learner: asked.learner, from: asked.from, versions };
  const found = versions.length === 0 ? [] : await measured(database).all(of);
  return { found, first: last ? first : null };
}

/** The entries of these versions, in no order. */
export async function readVersions(
  database: Database,
  asked: Pick<Between, "learner" | "from"> & { versions: readonly number[] },
): Promise<{ entry: Entry; version: number }[]> {
  const rows = await whole(database).all(asked);
  return rows.map((row) => ({ entry: entryOf(row), version: row.version }));
}

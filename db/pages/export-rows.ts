import { and, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { EntryRow } from "#db/entry-row";
import { prepareOnce } from "#db/prepare-once";
import { dailyTotals, entries, sessions } from "#db/schema";

const row = sql<number>`rowid`.as("row");
const afterRow = sql`rowid > ${sql.placeholder("after")}`;

const { version, at, type } = entries;

/** In the order of the index by version, so that a page is found without sorting. */
const entryPage = prepareOnce((builder) =>
  builder
    .select({ ...getTableColumns(entries), row })
    .from(entries)
    .where(
      and(
        eq(entries.learner, sql.placeholder("learner")),
        lte(version, sql.placeholder("until")),
        sql`(${version}, ${at}, ${type}, rowid) > (${sql.placeholder("version")},
          ${sql.placeholder("at")}, ${sql.placeholder("type")}, ${sql.placeholder("row")})`,
      ),
    )
    .orderBy(version, at, type, sql`rowid`)
    .limit(sql.placeholder("limit")),
);

const totalPage = prepareOnce((builder) =>
  builder
    .select({ ...getTableColumns(dailyTotals), row })
    .from(dailyTotals)
    .where(and(eq(dailyTotals.learner, sql.placeholder("learner")), afterRow))
    .orderBy(sql`rowid`)
    .limit(sql.placeholder("limit")),
);

/** Without what would tell a cookie. */
const { tokenHash: _, userId: __, ...told } = getTableColumns(sessions);

const sessionsOf = prepareOnce((builder) =>
  builder
    .select(told)
    .from(sessions)
    .where(eq(sessions.userId, sql.placeholder("userId"))),
);

/** Where a page of entries ends. */
export type EntryPlace = { version: number; at: number; type: string; row: number };

export const firstEntry: EntryPlace = { version: -1, at: -1, type: "", row: -1 };

/** The learner's next entries in the order in which they were stored, up to a version of the log. */
export async function readEntryPage(
  database: Database,
  asked: { learner: string; until: number; after: EntryPlace; limit: number },
): Promise<(EntryRow & { row: number })[]> {
  const { learner, until, limit, after } = asked;
  const { version: of, at: moment, type: kind, row: last } = after;
  const place = { version: of, at: moment, type: kind, row: last };
  return entryPage(database).all({ learner, until, limit, ...place });
}

/** The learner's next daily totals, in no order that means anything. */
export async function readTotalPage(
  database: Database,
  asked: { learner: string; after: number; limit: number },
): Promise<(typeof dailyTotals.$inferSelect & { row: number })[]> {
  return totalPage(database).all(asked);
}

/** The user's sessions, without what would tell a cookie. */
export async function readSessionRows(database: Database, userId: string) {
  return sessionsOf(database).all({ userId });
}

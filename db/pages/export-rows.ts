import { and, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { EntryRow } from "#db/entry-row";
import { prepareOnce } from "#db/prepare-once";
import { dailyTotals, entries, sessions } from "#db/schema";

const { version, at, type, id } = entries;

/** In the order of the index by version: no more is sorted than what is of one batch and moment. */
const entryPage = prepareOnce((builder) =>
  builder
    .select()
    .from(entries)
    .where(
      and(
        eq(entries.learner, sql.placeholder("learner")),
        lte(version, sql.placeholder("until")),
        sql`(${version}, ${at}, ${type}, ${id}) > (${sql.placeholder("version")},
          ${sql.placeholder("at")}, ${sql.placeholder("type")}, ${sql.placeholder("id")})`,
      ),
    )
    .orderBy(version, at, type, id)
    .limit(sql.placeholder("limit")),
);

const { studyDay, topic, kind, band, mode } = dailyTotals;

/** In the order of their key. */
const totalPage = prepareOnce((builder) =>
  builder
    .select()
    .from(dailyTotals)
    .where(
      and(
        eq(dailyTotals.learner, sql.placeholder("learner")),
        sql`(${studyDay}, ${topic}, ${kind}, ${band}, ${mode}) > (${sql.placeholder("studyDay")},
          ${sql.placeholder("topic")}, ${sql.placeholder("kind")}, ${sql.placeholder("band")},
          ${sql.placeholder("mode")})`,
      ),
    )
    .orderBy(studyDay, topic, kind, band, mode)
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
export type EntryPlace = { version: number; at: number; type: string; id: string };

export const firstEntry: EntryPlace = { version: -1, at: -1, type: "", id: "" };

/** Where a page of totals ends. */
export type TotalPlace = {
  studyDay: number;
  topic: string;
  kind: string;
  band: string;
  mode: string;
};

export const firstTotal: TotalPlace = {
  studyDay: Number.MIN_SAFE_INTEGER,
  ...{ topic: "", kind: "", band: "", mode: "" },
};

/** The learner's next entries in the order in which they were stored, up to a version of the log. */
export async function readEntryPage(
  database: Database,
  asked: { learner: string; until: number; after: EntryPlace; limit: number },
): Promise<EntryRow[]> {
  const { after, ...rest } = asked;
  return entryPage(database).all({ ...after, ...rest });
}

/** The learner's next daily totals, by day. */
export async function readTotalPage(
  database: Database,
  asked: { learner: string; after: TotalPlace; limit: number },
): Promise<(typeof dailyTotals.$inferSelect)[]> {
  const { after, ...rest } = asked;
  return totalPage(database).all({ ...after, ...rest });
}

/** The user's sessions, without what would tell a cookie. */
export async function readSessionRows(database: Database, userId: string) {
  return sessionsOf(database).all({ userId });
}

import { desc, getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Database } from "#db/client";
import { placeholders } from "#db/placeholders";
import { prepareOnce, prepareWrite } from "#db/prepare-once";
import * as schema from "#db/schema";
import type { Write } from "#db/write";

/** A row as it is stored: texts, numbers and nulls, by the names of its columns. */
export type StoredRow = Record<string, string | number | null>;

/** How a table is read and written as a whole, in the order of its key. */
export type MovedTable = {
  name: string;
  /** The next rows after one, or the first. */
  after: (database: Database, row: StoredRow | null, limit: number) => Promise<StoredRow[]>;
  /** The last row's key, null where there is none. */
  last: (database: Database) => Promise<StoredRow | null>;
  /** Adds a row, where none has its key. */
  put: (database: Database, row: StoredRow) => Write;
};

/** Those that others belong to come first. */
export const movedTables: readonly MovedTable[] = [
  ...[schema.users, schema.logs, schema.sessions, schema.accountLinks, schema.attempts],
  ...[schema.entries, schema.cardStates, schema.dailyTotals, schema.reports, schema.histories],
].map(movedTable);

function movedTable(table: SQLiteTable): MovedTable {
  const columns = Object.entries(getTableColumns(table)) as [string, SQLiteColumn][];
  const key = keyOf(table, columns);
  // Not decoded: what is JSON stays the text that it is.
  const raw = (some: typeof columns): Record<string, SQL> =>
    Object.fromEntries(some.map(([name, column]) => [name, sql`${column}`]));
  const listed = sql.join(
    key.map(([, column]) => sql`${column}`),
    sql`, `,
  );
  const given = sql.join(
    key.map(([name]) => sql`${sql.placeholder(name)}`),
    sql`, `,
  );
  const page = prepareOnce((builder) =>
    builder
      .select(raw(columns))
      .from(table)
      .where(sql`(${listed}) > (${given})`)
      .orderBy(...key.map(([, column]) => column))
      .limit(sql.placeholder("limit")),
  );
  const newest = prepareOnce((builder) =>
    builder
      .select(raw(key))
      .from(table)
      .orderBy(...key.map(([, column]) => desc(column)))
      .limit(1),
  );
  const add = prepareWrite((builder) =>
    builder.insert(table).values(placeholders(table)).onConflictDoNothing(),
  );
  const first = Object.fromEntries(key.map(([name, column]) => [name, before(column)]));
  return {
    name: getTableConfig(table).name,
    after: async (database, row, limit) =>
      (await page(database).all({ ...(row ?? first), limit })) as StoredRow[],
    last: async (database) => ((await newest(database).get()) ?? null) as StoredRow | null,
    put: (database, row) => add(database, row),
  };
}

function keyOf(table: SQLiteTable, columns: [string, SQLiteColumn][]): [string, SQLiteColumn][] {
  const [composed] = getTableConfig(table).primaryKeys;
  const inKey = composed
    ? composed.columns
    : columns.filter(([, { primary }]) => primary).map(([, column]) => column);
  return inKey.flatMap((column) => columns.filter(([, one]) => one === column));
}

/** What stands before every value of a column that a key has. */
function before(column: SQLiteColumn): string | number {
  return column.getSQLType() === "text" ? "" : Number.MIN_SAFE_INTEGER;
}

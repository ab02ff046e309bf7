import type { Database } from "#db/client";

/** For tests and stories: what is stored, whatever the engine. */

/** A statement of a test's own, in words that both engines have; gives the rows as lists, in no order. */
export async function rowsOf(database: Database, text: string): Promise<unknown[][]> {
  if (database.engine === "postgres") return (await database.pool.send({ text, values: [] })).rows;
  const statement = database.$client.prepare(text);
  if (statement.reader) return statement.raw().all() as unknown[][];
  statement.run();
  return [];
}

/** The columns of each of our tables, by its name. */
export async function tablesOf(database: Database): Promise<Map<string, string[]>> {
  const text =
    database.engine === "postgres"
      ? `select table_name, column_name from information_schema.columns
         where table_schema = 'public' and table_name <> 'migration_steps'`
      : `select t.name, c.name from sqlite_master t, pragma_table_info(t.name) c
         where t.type = 'table' and t.name not like '\\_%' escape '\\'`;
  const tables = new Map<string, string[]>();
  for (const [table, column] of await rowsOf(database, text)) {
    tables.set(String(table), [...(tables.get(String(table)) ?? []), String(column)]);
  }
  return tables;
}

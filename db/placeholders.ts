import { getTableColumns, type SQL, sql, type Table } from "drizzle-orm";

type Placeholders<Some extends Table> = { [Name in keyof Some["$inferSelect"] & string]: SQL };

/** A placeholder for a value to be set, raw as those of `placeholders`. */
export const given = (name: string): SQL => sql`${sql.placeholder(name)}`;

/**
 * A placeholder for every column of a table, each with its column's name, for a prepared insert.
 * They are raw: a null stays null, where drizzle's own would write the JSON text `null` and a false;
 * so whoever runs the statement gives what SQLite stores.
 */
export function placeholders<Some extends Table>(table: Some): Placeholders<Some> {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, given(name)])) as Placeholders<Some>;
}

import { Param, type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** What engines say differently, as parts of statements. */
export type Dialect = {
  /** Whether a column is among the texts or numbers of the list that is given under a name. */
  isAmong: (column: SQLWrapper, name: string) => SQL;
  /** A text that is given under a name, where nothing beside it says that it is one. */
  text: (name: string) => SQL;
};

/** SQLite has no lists: one is given as JSON. */
const sqlite: Dialect = {
  isAmong: (column, name) => {
    const list = new Param(sql.placeholder(name), { mapToDriverValue: JSON.stringify });
    return sql`${column} in (select value from json_each(${list}))`;
  },
  text: (name) => sql`${sql.placeholder(name)}`,
};

const postgres: Dialect = {
  isAmong: (column, name) => sql`${column} = any(${sql.placeholder(name)})`,
  text: (name) => sql`cast(${sql.placeholder(name)} as text) collate "C"`,
};

export const dialects = { sqlite, postgres };

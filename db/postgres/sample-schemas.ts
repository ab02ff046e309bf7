import type SQLite from "better-sqlite3";
import type { Pool } from "./pool";

/** For tests: what a running engine says of its tables, in words that both engines share. */
export type Described = {
  columns: string[];
  primaryKey: string[];
  indexes: string[];
  checks: string[];
};

type Schema = Record<string, Described>;

/** PostgreSQL's type for each of SQLite's; text is in the order of bytes. */
const types: Record<string, string> = {
  TEXT: "text C",
  INTEGER: "bigint",
  REAL: "double precision",
};

/** What SQLite holds, but for foreign keys, which it has alone, and the ledger of its migrations. */
export function schemaOfSqlite(client: SQLite.Database): Schema {
  const tables = client
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by name",
    )
    .all();
  return Object.fromEntries(tables.map(({ name, sql }) => [name, describe(client, name, sql)]));
}

type Column = {
  name: string;
  type: string;
  notnull: number;
  dflt_value: string | null;
  pk: number;
};

function describe(client: SQLite.Database, table: string, sql: string): Described {
  const columns = client.pragma(`table_info(${table})`) as Column[];
  const keyed = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const checks = [...sql.matchAll(/CONSTRAINT "(\w+)" CHECK\((.*)\)$/gm)];
  return {
    columns: columns
      .map(({ name, type, notnull, dflt_value: set }) =>
        columnText(name, types[type.toUpperCase()] ?? type, notnull === 1, set),
      )
      .sort(),
    primaryKey: keyed.map(({ name }) => name),
    indexes: indexesOf(client, table).sort(),
    checks: checks.map(([, name, what]) => `${name}: ${plain(what ?? "")}`),
  };
}

function indexesOf(client: SQLite.Database, table: string): string[] {
  const list = client.pragma(`index_list(${table})`) as {
    name: string;
    unique: number;
    origin: string;
  }[];
  return list
    .filter(({ origin }) => origin !== "pk")
    .map(({ name, unique }) => {
      const over = client.pragma(`index_info(${name})`) as { name: string }[];
      const sql = client
        .prepare<[string], string>("select sql from sqlite_master where name = ?")
        .pluck()
        .get(name);
      const where = / WHERE (.*)$/i.exec(sql ?? "")?.[1] ?? "";
      const columns = over.map((column) => column.name);
      return indexText({ name, unique: unique === 1, columns, where });
    });
}

const columnsSql = `
  select c.table_name, c.column_name, c.data_type, coalesce(c.collation_name, ''), c.is_nullable,
    c.column_default
  from information_schema.columns c where c.table_schema = 'public'`;
const indexesSql = `
  select t.relname, n.relname, i.indisunique::int, i.indisprimary::int,
    pg_get_expr(i.indpred, i.indrelid),
    (select string_agg(a.attname, ' ' order by k.place) from unnest(i.indkey) with ordinality
      as k (attnum, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum)
  from pg_index i join pg_class t on t.oid = i.indrelid join pg_class n on n.oid = i.indexrelid
  where t.relnamespace = 'public'::regnamespace`;
const checksSql = `
  select t.relname, c.conname, pg_get_constraintdef(c.oid)
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  where c.contype = 'c' and t.relnamespace = 'public'::regnamespace`;

/** What PostgreSQL holds, but for the ledger of its migrations. */
export async function schemaOfPostgres(pool: Pool): Promise<Schema> {
  const rowsOf = async (text: string) => (await pool.send({ text, values: [] })).rows.map(strings);
  const [columns, indexes, checks] = [
    await rowsOf(columnsSql),
    await rowsOf(indexesSql),
    await rowsOf(checksSql),
  ];
  const tables = [...new Set(columns.map(([table = ""]) => table))].filter(
    (table) => table !== "migration_steps",
  );
  const of = (rows: string[][], table: string) => rows.filter(([one]) => one === table);
  const described = tables.sort().map((table): [string, Described] => {
    const primary = of(indexes, table).find(([, , , isPrimary]) => isPrimary === "1");
    const others = of(indexes, table).filter(([, , , isPrimary]) => isPrimary !== "1");
    return [
      table,
      {
        columns: of(columns, table)
          .map(([, name = "", type = "", collation = "", nullable, set]) =>
            columnText(name, `${type} ${collation}`.trim(), nullable === "NO", set || null),
          )
          .sort(),
        primaryKey: (primary?.[5] ?? "").split(" "),
        indexes: others
          .map(([, name = "", unique, , where = "", over = ""]) =>
            indexText({ name, unique: unique === "1", columns: over.split(" "), where }),
          )
          .sort(),
        checks: of(checks, table).map(
          ([, name, what = ""]) => `${name}: ${plain(what.replace(/^CHECK/, ""))}`,
        ),
      },
    ];
  });
  return Object.fromEntries(described);
}

const strings = (row: readonly unknown[]) =>
  row.map((value) => (value === null ? "" : String(value)));

function columnText(name: string, type: string, isRequired: boolean, set: string | null): string {
  const standard = set === null ? "" : ` default ${plain(set)}`;
  return `${name} ${type}${isRequired ? " not null" : ""}${standard}`;
}

type Index = { name: string; unique: boolean; columns: string[]; where: string };

function indexText({ name, unique, columns, where }: Index): string {
  const some = where === "" ? "" : ` where ${plain(where)}`;
  return `${unique ? "unique " : ""}${name} (${columns.join(", ")})${some}`;
}

/** Each engine writes an expression out in its own way. */
function plain(expression: string): string {
  return expression
    .replaceAll("::text", "")
    .replaceAll("::bigint", "")
    .replace(/[()"']/g, "")
    .toLowerCase()
    .trim();
}

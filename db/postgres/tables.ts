import { getTableColumns } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
  doublePrecision,
  index,
  type PgColumn,
  type PgColumnBuilderBase,
  pgTable,
  primaryKey,
  unique,
} from "drizzle-orm/pg-core";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "#db/schema";

/**
 * The tables as PostgreSQL has them, made from ours: what drizzle-kit writes its migrations from, and
 * nothing else. Statements name the tables of db/schema on both engines. Foreign keys stay behind:
 * an account that is gone is found by its log's claim, and an engine that spreads tables over machines
 * cannot hold them.
 */

/** In the order of bytes, as core and SQLite have it, whatever language the cluster is for. */
const text = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Columns hold the same values on both engines: JSON as text, truth as 0 or 1, moments as numbers. */
function typeOf(column: SQLiteColumn) {
  switch (column.getSQLType()) {
    case "text":
      return text();
    case "integer":
      return bigint({ mode: "number" });
    // PostgreSQL's own `real` has 4 bytes.
    case "real":
      return doublePrecision();
    default:
      throw new Error(`Column ${column.name} is of a type that PostgreSQL's tables lack.`);
  }
}

function columnOf(column: SQLiteColumn): PgColumnBuilderBase {
  const plain = typeOf(column);
  const typed = column.notNull ? plain.notNull() : plain;
  const keyed = column.primary ? typed.primaryKey() : typed;
  // The builders of three types: what they share, TypeScript does not see.
  return column.default === undefined ? keyed : keyed.default(column.default as never);
}

function tableOf(table: SQLiteTable) {
  const { name, indexes, checks, primaryKeys } = getTableConfig(table);
  const ours = Object.entries(getTableColumns(table));
  const built = Object.fromEntries(ours.map(([key, column]) => [key, columnOf(column)]));
  return pgTable(name, built, (theirs: Record<string, PgColumn>) => {
    const like = (column: unknown): PgColumn => {
      const key = ours.find(([, one]) => one === column)?.[0];
      const found = key === undefined ? undefined : theirs[key];
      if (!found) throw new Error(`Table ${name} has an index over what is no column.`);
      return found;
    };
    return [
      ...primaryKeys.map(({ columns }) => primaryKey({ columns: many(columns.map(like)) })),
      ...ours.flatMap(([key, { isUnique, uniqueName }]) =>
        isUnique ? [unique(uniqueName ?? undefined).on(like(getTableColumns(table)[key]))] : [],
      ),
      ...indexes.map(({ config }) => {
        const on = index(config.name).on(...many(config.columns.map(like)));
        return config.where ? on.where(config.where) : on;
      }),
      ...checks.map((one) => check(one.name, one.value)),
    ];
  });
}

function many<Some>(list: readonly Some[]): [Some, ...Some[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error("A key or an index is over no column.");
  return [first, ...rest];
}

export const users = tableOf(schema.users);
export const logs = tableOf(schema.logs);
export const sessions = tableOf(schema.sessions);
export const attempts = tableOf(schema.attempts);
export const accountLinks = tableOf(schema.accountLinks);
export const entries = tableOf(schema.entries);
export const cardStates = tableOf(schema.cardStates);
export const dailyTotals = tableOf(schema.dailyTotals);
export const reports = tableOf(schema.reports);
export const histories = tableOf(schema.histories);

import { Column, fillPlaceholders, is, type Query } from "drizzle-orm";
import { PgDatabase, PgDialect, type PgPreparedQuery, PgSession } from "drizzle-orm/pg-core";
import type { Builder } from "#db/builder";
import type { Bound, Pool } from "./pool";

type Values = Record<string, unknown>;
type Fields = Parameters<PgSession["prepareQuery"]>[1];

/**
 * A statement that was built. What it gives is decoded by the columns of db/schema, as on SQLite.
 * Where it fails, the error says nothing of its values, as Drizzle's own would.
 */
export class Compiled {
  private readonly columns: { name: string; decode: (value: unknown) => unknown }[];

  constructor(
    private readonly pool: Pool,
    private readonly query: Query,
    fields: Fields,
  ) {
    this.columns = (fields ?? []).map(({ path, field }) => {
      const decode = is(field, Column)
        ? (value: unknown) => field.mapFromDriverValue(value)
        : (value: unknown) => value;
      return { name: path.join("."), decode };
    });
  }

  /** What is sent, without its values. */
  get text(): string {
    return this.query.sql;
  }

  bind(values: Values = {}): Bound {
    return { text: this.text, values: fillPlaceholders(this.query.params, values) };
  }

  async all(values?: Values): Promise<Record<string, unknown>[]> {
    const { rows } = await this.pool.send(this.bind(values));
    return rows.map((row) => this.decoded(row));
  }

  async get(values?: Values): Promise<Record<string, unknown> | undefined> {
    const { rows } = await this.pool.send(this.bind(values));
    return rows[0] && this.decoded(rows[0]);
  }

  /** Drizzle hands on a token for an engine of somebody's that wants one. */
  setToken(): this {
    return this;
  }

  private decoded(row: readonly unknown[]): Record<string, unknown> {
    const read = this.columns.map(({ name, decode }, place) => {
      const value = row[place] ?? null;
      return [name, value === null ? null : decode(value)];
    });
    return Object.fromEntries(read);
  }
}

/** Where Drizzle's builder hands its statements to: they are kept, and sent by the pool. */
class Compiling extends PgSession {
  constructor(
    dialect: PgDialect,
    private readonly pool: Pool,
  ) {
    super(dialect);
  }

  override prepareQuery(query: Query, fields: Fields): PgPreparedQuery<never> {
    const compiled: unknown = new Compiled(this.pool, query, fields);
    return compiled as PgPreparedQuery<never>;
  }

  override transaction(): Promise<never> {
    throw new Error("Batches are written by db/batch alone.");
  }
}

/**
 * Builds statements for PostgreSQL over the tables of db/schema. Drizzle's builder takes a table of
 * any engine: it goes by names, columns and their codecs alone. It has the calls of `Builder`, and
 * what it prepares has `all` and `get` that are to be awaited; so the types are SQLite's, and the
 * tests of db/ and server/ run on both engines.
 */
export function postgresBuilder(pool: Pool): Builder {
  const dialect = new PgDialect({ casing: "snake_case" });
  const builder: unknown = new PgDatabase(dialect, new Compiling(dialect, pool), undefined);
  return builder as Builder;
}

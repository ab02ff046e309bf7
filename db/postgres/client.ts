import type { Builder } from "#db/builder";
import { postgresBuilder } from "./compiled";
import { openPool, type Pool, type PoolSettings } from "./pool";

/** A PostgreSQL elsewhere, which any number of processes use. */
export type PostgresDatabase = {
  readonly engine: "postgres";
  readonly builder: Builder;
  readonly pool: Pool;
};

/** Makes a handle; nothing is connected before it is used. */
export function openPostgres(settings: PoolSettings): PostgresDatabase {
  const pool = openPool(settings);
  return { engine: "postgres", builder: postgresBuilder(pool), pool };
}

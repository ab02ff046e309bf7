import type { Builder } from "#db/builder";
import { postgresBuilder } from "./compiled";
import { openPool, type Pool, type PoolSettings } from "./pool";
import type { DatabasePlace } from "./read-url";

/** A PostgreSQL elsewhere, which any number of processes use. */
export type PostgresDatabase = {
  readonly engine: "postgres";
  readonly builder: Builder;
  readonly pool: Pool;
};

/**
 * Connections of one process. PostgreSQL has a process for each, and takes a hundred unless it is told
 * otherwise.
 */
const usual = { most: 10, connectMs: 5_000, answerMs: 10_000, application_name: "mooring" };

/** Makes a handle; nothing is connected before it is used. */
export function openPostgres(settings: DatabasePlace & Partial<PoolSettings>): PostgresDatabase {
  const pool = openPool({ ...usual, ...settings });
  return { engine: "postgres", builder: postgresBuilder(pool), pool };
}

import { openPostgres, type PostgresDatabase } from "#db/postgres/client";
import type { PoolSettings } from "#db/postgres/pool";
import { readDatabaseUrl } from "#db/postgres/read-url";

/**
 * For tests, stories and benches: a handle on the PostgreSQL of an address.
 * @throws in words, where it is no such address
 */
export function openUrl(url: string, settings: Partial<PoolSettings> = {}): PostgresDatabase {
  const read = readDatabaseUrl(url);
  if (!read.ok) throw new Error(read.reason);
  return openPostgres({ ...read.place, ...settings });
}

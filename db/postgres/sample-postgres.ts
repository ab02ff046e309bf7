import { randomBytes } from "node:crypto";
import path from "node:path";
import { getTableName, is, Table } from "drizzle-orm";
import { inject } from "vitest";
import { openUrl } from "#db/samples/open-url";
import * as schema from "#db/schema";
import type { PostgresDatabase } from "./client";
import { migratePostgres } from "./migrate";
import type { PoolSettings } from "./pool";

/** For tests: databases on the PostgreSQL that was started for them. */

/** The folder of the migrations, from the folder that the program runs in. */
export const postgresMigrations = path.join(process.cwd(), "db/postgres/migrations");

/** The address of one of its databases. */
export function urlOf(database: string): string {
  const url = new URL(inject("postgresUrl") ?? "");
  url.pathname = database;
  return url.href;
}

/** A handle on one of its databases. */
export function samplePostgres(
  database: string,
  settings: Partial<PoolSettings> = {},
): PostgresDatabase {
  // A busy machine is slow, not wrong.
  const patient = { connectMs: 60_000, answerMs: 60_000 };
  return openUrl(urlOf(database), { most: 4, ...patient, ...settings });
}

/** A new database, empty, and how to remove it. */
export async function bareDatabase(): Promise<{ name: string; remove: () => Promise<void> }> {
  const name = `t${randomBytes(8).toString("hex")}`;
  const command = async (text: string) => {
    const owner = samplePostgres("postgres");
    await owner.pool.send({ text, values: [] });
    await owner.pool.end();
  };
  await command(`create database ${name}`);
  return { name, remove: () => command(`drop database ${name} with (force)`) };
}

/**
 * The database that all tests of this worker share, made for the first of them; it goes with the
 * server. And the handle on it, which the tests of a file share.
 */
const shared: { name?: Promise<string>; database?: PostgresDatabase } = processShared();

/** Modules are loaded anew for each file. */
function processShared(): object {
  const kept = globalThis as { mooringShared?: object };
  kept.mooringShared ??= {};
  return kept.mooringShared;
}

async function makeShared(): Promise<string> {
  const { name } = await bareDatabase();
  const database = samplePostgres(name);
  await migratePostgres(database, { folder: postgresMigrations, now: 0 });
  await database.pool.end();
  return name;
}

const tables = Object.values(schema).flatMap((one) => (is(one, Table) ? [getTableName(one)] : []));
const plain = (text: string) => ({ text, values: [] });

/** A database with the real schema and no rows: the same one each time, emptied. */
export async function emptyPostgres(): Promise<{ database: PostgresDatabase; name: string }> {
  shared.name ??= makeShared();
  const name = await shared.name;
  shared.database ??= samplePostgres(name);
  // To truncate them would make every file anew, each time.
  const removals = tables.map((table) => plain(`delete from ${table}`));
  await shared.database.pool.hold(({ send }) => send(removals));
  return { database: shared.database, name };
}

/** Ends the handle that the tests of a file shared, and leaves nothing of them. */
export async function closeShared(): Promise<void> {
  if (!shared.database) return;
  const { pool } = shared.database;
  delete shared.database;
  await pool.send(plain(`truncate ${tables.join()}`));
  await pool.end();
}

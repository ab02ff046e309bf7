import { randomBytes } from "node:crypto";
import path from "node:path";
import { getTableName, is, Table } from "drizzle-orm";
import { inject } from "vitest";
import * as schema from "#db/schema";
import { openPostgres, type PostgresDatabase } from "./client";
import { migratePostgres } from "./migrate";
import type { PoolSettings } from "./pool";
import { readDatabaseUrl } from "./read-url";

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
  const read = readDatabaseUrl(urlOf(database));
  if (!read.ok) throw new Error(read.reason);
  return openPostgres({ ...read.place, most: 4, answerMs: 20_000, ...settings });
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

/** The database that this worker's tests share, made for the first of them. */
let shared: Promise<{ database: PostgresDatabase; name: string }> | undefined;

async function makeShared() {
  const { name } = await bareDatabase();
  const database = samplePostgres(name);
  await migratePostgres(database, { folder: postgresMigrations, now: 0 });
  return { database, name };
}

/** A database with the real schema and no rows: the same one each time, emptied. */
export async function emptyPostgres(): Promise<{ database: PostgresDatabase; name: string }> {
  shared ??= makeShared();
  const { database, name } = await shared;
  const tables = Object.values(schema).flatMap((one) =>
    is(one, Table) ? [getTableName(one)] : [],
  );
  await database.pool.send({ text: `truncate ${tables.join()}`, values: [] });
  return { database, name };
}

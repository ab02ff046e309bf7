import { existsSync } from "node:fs";
import path from "node:path";
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { openPostgres } from "#db/postgres/client";
import { postgresCode } from "#db/postgres/postgres-error";
import { readDatabaseUrl } from "#db/postgres/read-url";
import { inWords } from "#db/trouble";
import { root } from "./project.mjs";

/** The folder of a database file, absolute. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || "data");

/** The database file of the data folder, absolute. */
export const databaseFile = () => path.join(dataDir(), "mooring.db");

/**
 * Hands on the database that the settings name, for a command beside the server, and closes it.
 * Throws in words where there is none yet, or one of an earlier version, that lacks a table.
 */
export async function withStored<Given>(
  table: string,
  use: (database: Database) => Promise<Given>,
): Promise<Given> {
  const { database, name } = openNamed(process.env.DATABASE_URL);
  try {
    if (!(await hasTable(database, table))) {
      throw new Error(`${name} is of an earlier version: start Mooring once.`);
    }
    return await use(database);
  } catch (error) {
    throw postgresCode(error) === null ? error : new Error(`${name}: ${inWords(error)}`);
  } finally {
    await closeDatabase(database);
  }
}

function openNamed(url: string | undefined): { database: Database; name: string } {
  if (url) {
    const read = readDatabaseUrl(url);
    if (!read.ok) throw new Error(`DATABASE_URL ${read.reason}`);
    return { database: openPostgres(read.place), name: "The database of DATABASE_URL" };
  }
  const file = databaseFile();
  if (!existsSync(file)) throw new Error(`There is no database yet: ${file}`);
  return { database: openDatabase(file), name: file };
}

async function hasTable(database: Database, name: string): Promise<boolean> {
  if (database.engine === "sqlite") {
    const named = database.$client.prepare("select 1 from sqlite_master where name = ?");
    return named.get(name) !== undefined;
  }
  try {
    await database.pool.send({ text: `select 1 from ${name} limit 1`, values: [] });
    return true;
  } catch (error) {
    if (postgresCode(error) === "42P01") return false;
    throw error;
  }
}

/**
 * Why a command for a database file is none for what the settings name, or null. `instead` is what to
 * do there.
 */
export function elsewhere(instead: string): string | null {
  if (!process.env.DATABASE_URL) return null;
  return `DATABASE_URL is set: what is stored is in PostgreSQL. ${instead}`;
}

import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import SQLite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Builder } from "./builder";
import type { PostgresDatabase } from "./postgres/client";
import { inWords } from "./trouble";

/** A database file, which answers at once. */
export type SqliteDatabase = {
  readonly engine: "sqlite";
  readonly builder: Builder;
  readonly $client: SQLite.Database;
};

/** The one handle all of db/ works on. */
export type Database = SqliteDatabase | PostgresDatabase;

/**
 * Milliseconds that a statement waits for another process's write before it fails as busy. Nothing
 * else runs in the process meanwhile, so that writes wait elsewhere (./when-free); this much is for
 * the moments in which reading needs a lock, too.
 */
const busyTimeout = 10;
/** The same before the process serves anybody: several that start together wait for each other. */
const patientTimeout = 10_000;

/** What every connection must say of itself. A database in memory has no WAL. */
const pragmas: { name: string; set: string; expect: (file: string) => string | number }[] = [
  { name: "busy_timeout", set: String(patientTimeout), expect: () => patientTimeout },
  {
    name: "journal_mode",
    set: "WAL",
    expect: (file) => (file === ":memory:" ? "memory" : "wal"),
  },
  // 2 is FULL: a commit is on the disk before it is answered.
  { name: "synchronous", set: "FULL", expect: () => 2 },
  { name: "foreign_keys", set: "ON", expect: () => 1 },
  { name: "busy_timeout", set: String(busyTimeout), expect: () => busyTimeout },
];

/**
 * Opens the database file, made if absent, and proves its settings by reading each one back.
 * Throws with the file's name and what is wrong.
 */
export function openDatabase(file: string): SqliteDatabase {
  const client = openFile(file);
  try {
    for (const pragma of pragmas) assertPragma(client, file, pragma);
  } catch (error) {
    client.close();
    throw error;
  }
  const builder = drizzle(client, { casing: "snake_case" });
  return { engine: "sqlite", builder, $client: client };
}

/** Runs what has all the time there is to wait for other processes: nobody is served meanwhile. */
export function patiently(database: SqliteDatabase, run: () => void): void {
  const client = database.$client;
  client.pragma(`busy_timeout = ${patientTimeout}`);
  try {
    run();
  } finally {
    client.pragma(`busy_timeout = ${busyTimeout}`);
  }
}

/** Ends the handle; nothing may use it afterwards. */
export function closeDatabase(database: SqliteDatabase): void;
export function closeDatabase(database: Database): Promise<void>;
export function closeDatabase(database: Database): Promise<void> {
  if (database.engine === "postgres") return database.pool.end();
  database.$client.close();
  return Promise.resolve();
}

function openFile(file: string): SQLite.Database {
  try {
    if (file !== ":memory:" && file !== "") makePrivate(file);
    return new SQLite(file);
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

/**
 * Makes a missing folder and file for their owner alone: hashed passwords and e-mail addresses are
 * nobody else's on the machine. SQLite gives the WAL beside a database the same mode.
 */
function makePrivate(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, "wx", 0o600));
  } catch {
    // It is there already, or cannot be made: then SQLite says why in its own words.
  }
}

function assertPragma(client: SQLite.Database, file: string, pragma: (typeof pragmas)[number]) {
  const expected = pragma.expect(file);
  let actual: unknown;
  try {
    client.pragma(`${pragma.name} = ${pragma.set}`);
    actual = client.pragma(pragma.name, { simple: true });
  } catch (error) {
    throw cannotOpen(file, error);
  }
  if (actual !== expected) {
    throw new Error(
      `The database ${file} does not take ${pragma.name} = ${pragma.set}: it says ${String(actual)}, not ${expected}.`,
    );
  }
}

function cannotOpen(file: string, error: unknown): Error {
  return new Error(`Cannot open the database ${file}: ${inWords(error)}`, { cause: error });
}

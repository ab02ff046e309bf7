import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { addUser } from "#db/users";

/** Runs with a new folder that goes afterwards. */
export async function inScratch<Given>(run: (folder: string) => Promise<Given>): Promise<Given> {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-faults-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new database file with a learner of this id. */
export async function newDatabase(file: string, learner: string): Promise<SqliteDatabase> {
  const database = openDatabase(file);
  migrate(database, "db/migrations");
  const user = { id: learner, email: `${learner}@example.com`, passwordHash: "", createdAt: 0 };
  await addUser(database, user);
  return database;
}

/** Opens a file, runs, and closes it again. */
export async function withDatabase<Given>(
  file: string,
  run: (database: SqliteDatabase) => Promise<Given>,
): Promise<Given> {
  const database = openDatabase(file);
  try {
    return await run(database);
  } finally {
    closeDatabase(database);
  }
}

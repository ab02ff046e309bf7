import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { closeDatabase, type Database, openDatabase } from "./client";
import { memoryDatabase, migrationsFolder } from "./memory-database";
import { migrate } from "./migrate";
import { emptyPostgres, samplePostgres } from "./postgres/sample-postgres";

/** For tests that run on both engines: vitest.config.ts lists them. */

const isPostgres = () => inject("postgresUrl") !== undefined;

/** A database with the real schema and no rows. On PostgreSQL it is the same one each time. */
export async function emptyDatabase(): Promise<Database> {
  return isPostgres() ? (await emptyPostgres()).database : memoryDatabase();
}

/** The same with two handles, as two processes have it, and how to end both. */
export async function twoHandles(): Promise<{
  one: Database;
  other: Database;
  end: () => Promise<void>;
}> {
  if (isPostgres()) {
    const { database: one, name } = await emptyPostgres();
    const other = samplePostgres(name);
    return { one, other, end: () => closeDatabase(other) };
  }
  const dir = mkdtempSync(path.join(tmpdir(), "mooring-two-"));
  const [one, other] = [openDatabase(path.join(dir, "a.db")), openDatabase(path.join(dir, "a.db"))];
  migrate(one, migrationsFolder);
  const end = async () => {
    for (const handle of [one, other]) closeDatabase(handle);
    rmSync(dir, { recursive: true });
  };
  return { one, other, end };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { closeDatabase, type Database, openDatabase } from "./client";
import { memoryDatabase, migrationsFolder } from "./memory-database";
import { migrate } from "./migrate";
import { emptyPostgres, samplePostgres } from "./postgres/sample-postgres";
import { deleteUser, removeSomeOf } from "./users";

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

/** A statement of a test's own, in words that both engines have; gives the rows as lists, in no order. */
export async function rowsOf(database: Database, text: string): Promise<unknown[][]> {
  if (database.engine === "postgres") return (await database.pool.send({ text, values: [] })).rows;
  const statement = database.$client.prepare(text);
  if (statement.reader) return statement.raw().all() as unknown[][];
  statement.run();
  return [];
}

/** From now on no total can count two reviews: what would do that fails by `fault`. */
export async function breakTotals(database: Database): Promise<{ mend: () => Promise<void> }> {
  const [make, remove] =
    database.engine === "postgres"
      ? [
          "alter table daily_totals add constraint fault check (reviews < 2)",
          "alter table daily_totals drop constraint fault",
        ]
      : [
          "create trigger fault before update on daily_totals begin select raise(abort, 'fault'); end",
          "drop trigger fault",
        ];
  await rowsOf(database, make);
  return { mend: async () => void (await rowsOf(database, remove)) };
}

/** A user with all that is stored of them, as an account that is deleted goes in the end. */
export async function removeWhole(database: Database, id: string): Promise<void> {
  while ((await removeSomeOf(database, { id, limit: 250 })) > 0);
  await deleteUser(database, id);
}

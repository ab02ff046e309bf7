import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import { closeDatabase, type Database, openDatabase, type SqliteDatabase } from "./client";
import { memoryDatabase, migrationsFolder } from "./memory-database";
import { migrate } from "./migrate";
import { emptyPostgres, samplePostgres, urlOf } from "./postgres/sample-postgres";
import { rowsOf } from "./samples/stored-rows";
import { deleteUser, removeSomeOf } from "./users";

/** For tests that run on both engines: vitest.config.ts lists them. */

const isPostgres = () => inject("postgresUrl") !== undefined;

const plain = (text: string) => ({ text, values: [] });

/** A database with the real schema and no rows. On PostgreSQL it is the same one each time. */
export async function emptyDatabase(): Promise<Database> {
  return isPostgres() ? (await emptyPostgres()).database : memoryDatabase();
}

/** The address of the PostgreSQL database that `emptyDatabase` gives; null on SQLite. */
export async function emptyAddress(): Promise<string | null> {
  return isPostgres() ? urlOf((await emptyPostgres()).name) : null;
}

/** For what is a file's alone. */
export function asFile(database: Database): SqliteDatabase {
  if (database.engine === "sqlite") return database;
  throw new Error("This is a test of SQLite alone.");
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

/** Somebody else writes to the database from now on, until they are let go. */
export async function heldElsewhere(database: Database): Promise<() => Promise<void>> {
  if (database.engine === "sqlite") {
    const other = openDatabase(database.$client.name);
    other.$client.exec("begin immediate");
    return async () => {
      other.$client.exec("rollback");
      closeDatabase(other);
    };
  }
  let letGo = () => {};
  const isOver = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { pool } = database;
  return new Promise((held, failed) => {
    const holding = pool.hold(async ({ send }) => {
      await send([plain("begin"), plain("lock table logs in exclusive mode")]);
      held(() => {
        letGo();
        return holding;
      });
      await isOver;
      await send([plain("rollback")]);
    });
    holding.catch(failed);
  });
}

/** From now on everything can be read and nothing written, as on a standby. */
export async function refuseWrites(database: Database): Promise<{ mend: () => Promise<void> }> {
  if (database.engine === "sqlite") {
    const set = async (on: 0 | 1) => void database.$client.pragma(`query_only = ${on}`);
    await set(1);
    return { mend: () => set(0) };
  }
  const { pool } = database;
  const [[name] = []] = await rowsOf(database, "select current_database()");
  const set = async (how: string) => {
    const all = ["begin read write", `alter database ${name} ${how}`, "commit"];
    await pool.hold(({ send }) => send(all.map(plain)));
    // Connections go by what held when they were made, this one included.
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() order by pid = pg_backend_pid()`;
    await rowsOf(database, cut).catch(() => undefined);
  };
  await set("set default_transaction_read_only = on");
  return { mend: () => set("reset default_transaction_read_only") };
}

/** A user with all that is stored of them, as an account that is deleted goes in the end. */
export async function removeWhole(database: Database, id: string): Promise<void> {
  while ((await removeSomeOf(database, { id, limit: 250 })) > 0);
  await deleteUser(database, id);
}

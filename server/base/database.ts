import "server-only";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, type Database, openDatabase, type SqliteDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { unfinishedMove } from "#db/move/unfinished";
import { openPostgres, type PostgresDatabase } from "#db/postgres/client";
import { migratePostgres } from "#db/postgres/migrate";
import { databaseTrouble, inWords } from "#db/trouble";
import { env } from "./env";
import { processWide } from "./process-wide";

/** The process's one handle. A file is opened and brought up to date at the first call. */
export function database(): Database {
  return processWide("database", () => {
    const { databasePlace, dataDir } = env();
    return databasePlace === null
      ? openMigrated(path.join(dataDir, "mooring.db"))
      : openPostgres(databasePlace);
  });
}

/** Brings the process's database up to date, before anything is asked of it; throws in words. */
export async function prepareDatabase(): Promise<void> {
  const opened = database();
  if (opened.engine === "postgres") await migrateOnceThere(opened);
  if ((await unfinishedMove(opened)) === null) return;
  throw new Error('A move into this database is not through: say "npm run move" again as before.');
}

/** Opens a database file and applies the migrations it lacks; throws in words. */
export function openMigrated(file: string): SqliteDatabase {
  const opened = openDatabase(file);
  try {
    migrate(opened, path.join(process.cwd(), "db/migrations"));
    return opened;
  } catch (error) {
    closeDatabase(opened);
    throw error;
  }
}

/** Milliseconds: one that starts with this server, or whose place another one takes, is there by then. */
const usualPatience = { longestMs: 300_000, pauseMs: 1_000 };

/**
 * Applies the migrations that a PostgreSQL lacks. While it cannot be reached that is tried again, and
 * said once to whoever watches; then throws in words.
 */
export async function migrateOnceThere(
  opened: PostgresDatabase,
  { longestMs, pauseMs } = usualPatience,
): Promise<void> {
  const begun = performance.now();
  for (let isSaid = false; ; isSaid = true) {
    try {
      const folder = path.join(process.cwd(), "db/postgres/migrations");
      await migratePostgres(opened, { folder, now: Date.now() });
      return;
    } catch (error) {
      const why = `The database of DATABASE_URL: ${inWords(error)} (${reasonOf(error)})`;
      const isAway = databaseTrouble(error)?.kind === "away";
      if (!isAway || performance.now() - begun > longestMs) {
        throw new Error(why, { cause: error });
      }
      if (!isSaid) console.error(`${why} It is tried again until it is there.`);
      await sleep(pauseMs);
    }
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

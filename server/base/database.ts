import "server-only";
import path from "node:path";
import { closeDatabase, openDatabase, type SqliteDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { env } from "./env";
import { processWide } from "./process-wide";

/** The process's one handle, opened and brought up to date at the first call. */
export function database(): SqliteDatabase {
  return processWide("database", () => openMigrated(path.join(env().dataDir, "mooring.db")));
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

import path from "node:path";
import { openDatabase, type SqliteDatabase } from "./client";
import { migrate } from "./migrate";

/** The folder of the migrations, from the folder that the program runs in. */
export const migrationsFolder = path.join(process.cwd(), "db/migrations");

/** An empty database in memory with the real schema, for tests. */
export function memoryDatabase(): SqliteDatabase {
  const database = openDatabase(":memory:");
  migrate(database, migrationsFolder);
  return database;
}

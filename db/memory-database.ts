import path from "node:path";
import { type Database, openDatabase } from "./client";
import { migrate } from "./migrate";

/** The folder of the migrations, from the folder that the program runs in. */
export const migrationsFolder = path.join(process.cwd(), "db/migrations");

/** An empty database in memory with the real schema, for tests. */
export function memoryDatabase(): Database {
  const database = openDatabase(":memory:");
  migrate(database, migrationsFolder);
  return database;
}

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./project.mjs";

/**
 * Part of `npm run db:generate`: what drizzle-kit wrote for PostgreSQL is made to run again without
 * harm, so that several processes may start at once without a lock (db/postgres/migrate.ts).
 */

const folder = inProject("db", "postgres", "migrations");
for (const name of readdirSync(folder).filter((file) => file.endsWith(".sql"))) {
  const file = path.join(folder, name);
  writeFileSync(file, repeatable(readFileSync(file, "utf8")));
}

/** @param {string} sql */
function repeatable(sql) {
  return sql
    .replace(/^CREATE TABLE (?!IF NOT EXISTS)/gm, "CREATE TABLE IF NOT EXISTS ")
    .replace(/^CREATE INDEX (?!IF NOT EXISTS)/gm, "CREATE INDEX IF NOT EXISTS ")
    .replace(/^(CREATE INDEX .*) USING btree /gm, "$1 ")
    .replace(/ ADD COLUMN (?!IF NOT EXISTS)/g, " ADD COLUMN IF NOT EXISTS ");
}

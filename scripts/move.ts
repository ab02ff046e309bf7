import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { counted } from "#core/text/counted";
import { closeDatabase, type Database, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import type { TableDigest } from "#db/move/digest-tables";
import { type Moving, move } from "#db/move/move";
import { openPostgres } from "#db/postgres/client";
import { migratePostgres } from "#db/postgres/migrate";
import { readDatabaseUrl } from "#db/postgres/read-url";
import { inWords } from "#db/trouble";
import { inProject } from "./project.mjs";

/**
 * For the operator, while no server runs: `npm run move -- --from ./data/mooring.db` copies a database
 * file into the PostgreSQL of DATABASE_URL, `-- --to FILE` copies that into a new file. Said again it
 * goes on where it was broken off.
 */

const usage =
  "Usage: npm run move -- --from FILE, or --to FILE; DATABASE_URL names the PostgreSQL.";

async function main(args: readonly string[]): Promise<void> {
  const { file, isFrom } = readArgs(args);
  const read = readDatabaseUrl(process.env.DATABASE_URL ?? "");
  if (!read.ok) throw new Error(`DATABASE_URL ${read.reason}`);
  if (isFrom && !existsSync(file)) throw new Error(`There is no database: ${file}`);
  const postgres = openPostgres(read.place);
  const ofFile = openDatabase(file);
  try {
    const [from, to]: [Database, Database] = isFrom ? [ofFile, postgres] : [postgres, ofFile];
    const moved = await move({ from, to, migrate: migrateAny, hash: sha256, tell: makeTell() });
    if (!moved.ok) throw new Error(moved.reason);
    console.log(asText(moved.tables));
  } finally {
    closeDatabase(ofFile);
    await closeDatabase(postgres);
  }
}

function migrateAny(database: Database): number | Promise<number> {
  if (database.engine === "sqlite") return migrate(database, inProject("db", "migrations"));
  const folder = inProject("db", "postgres", "migrations");
  return migratePostgres(database, { folder, now: Date.now() });
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function readArgs(args: readonly string[]): { file: string; isFrom: boolean } {
  const options = { from: { type: "string" }, to: { type: "string" } } as const;
  let given: { from?: string | undefined; to?: string | undefined };
  try {
    given = parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch {
    throw new Error(usage);
  }
  const file = given.from ?? given.to;
  if (!file || (given.from !== undefined && given.to !== undefined)) throw new Error(usage);
  // npm runs scripts in the project's folder; a path is meant from where it was typed.
  const called = process.env.INIT_CWD ?? process.cwd();
  return { file: path.resolve(called, file), isFrom: given.from !== undefined };
}

/** A line for each step of each table, and one for every so many rows of a long one. */
const rowsALine = 100_000;

function makeTell(): Moving["tell"] {
  let line = "";
  return (step, table, rows) => {
    const next = `${step} ${table}${rows >= rowsALine ? `: ${rows - (rows % rowsALine)}` : ""}`;
    if (next !== line) console.log(next);
    line = next;
  };
}

/** Counted and hashed alike on both sides. */
function asText(tables: readonly TableDigest[]): string {
  const lines = tables.map(
    ({ name, rows, hash }) => `${name.padEnd(14)} ${String(rows).padStart(10)}  ${hash}`,
  );
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  return [...lines, `${counted(all, "row")}, the same on both sides.`].join("\n");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(inWords(error));
  process.exitCode = 1;
}

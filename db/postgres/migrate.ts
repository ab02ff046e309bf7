import { readMigrationFiles } from "drizzle-orm/migrator";
import { foreign, ledgerTrouble } from "#db/migrate";
import type { PostgresDatabase } from "./client";
import type { Pool } from "./pool";
import { postgresCode } from "./postgres-error";

/** Which steps are done. Its own table, and not drizzle's, whose key is a sequence. */
const ledger = "migration_steps";

/**
 * Brings the schema up to the newest migration in the folder, statement by statement: each is a
 * transaction of its own, and may be run again (`if not exists`). So several processes may start at
 * once with no lock: who comes second finds it done. Steps that this version does not know are a
 * later one's, which took nothing away that this one needs; gives how many there are. Throws, in
 * words, for a database that is not Mooring's, or whose list of steps does not begin as ours.
 */
export async function migratePostgres(
  { pool }: PostgresDatabase,
  { folder, now }: { folder: string; now: number },
): Promise<number> {
  // Looked for first: whoever starts at the same moment notes a step before it makes the next table.
  const { rows: tables } = await pool.send({ text: lastTable, values: [] });
  await runStep(
    pool,
    `create table if not exists ${ledger} (step text collate "C" primary key, done_at bigint not null)`,
  );
  const { rows } = await pool.send({ text: `select step from ${ledger}`, values: [] });
  const done = new Set(rows.map(([step]) => String(step)));
  const steps = stepsIn(folder);
  const known = steps.map(({ name }) => name);
  const begun = known.filter((name) => done.has(name));
  const isForeign = done.size === 0 && tables.length > 0;
  const wrong = isForeign ? foreign : ledgerTrouble(known, { begun, all: done.size });
  if (wrong) throw new Error(`${wrong} DATABASE_URL has to name another one.`);
  for (const { name, statement } of steps) {
    if (done.has(name)) continue;
    await runStep(pool, statement);
    const text = `insert into ${ledger} (step, done_at) values ($1, $2) on conflict do nothing`;
    await pool.send({ text, values: [name, now] });
  }
  return done.size - begun.length;
}

/** A table that is made after all others: where it stands, many of our steps are done. */
const lastTable = `select table_name from information_schema.tables
  where table_schema = current_schema() and table_name = 'users'`;

/** The statements of all migrations in their order, each named by its migration and its place. */
export function stepsIn(folder: string): { name: string; statement: string }[] {
  return readMigrationFiles({ migrationsFolder: folder }).flatMap(({ hash, sql }) =>
    sql.map((statement, place) => ({ name: `${hash}-${place}`, statement: statement.trim() })),
  );
}

/** What somebody made at the same moment: a unique violation in the catalog, or a duplicate name. */
const madeMeanwhile = new Set(["23505", "42P07", "42701", "42710", "40001", "40P01", "XX000"]);
const mostTries = 10;
/** A step may go through a table of many millions of rows, milliseconds. */
const answerMs = 1_800_000;

async function runStep(pool: Pool, text: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await pool.send({ text, values: [], answerMs });
      return;
    } catch (error) {
      if (tries >= mostTries || !madeMeanwhile.has(postgresCode(error) ?? "")) throw error;
    }
  }
}

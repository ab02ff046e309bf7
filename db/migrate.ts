import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { patiently, type SqliteDatabase } from "./client";

/** The table and columns that drizzle's own tools keep, so that they understand the database. */
const ledger = "__drizzle_migrations";

/**
 * Brings the schema up to the newest migration in the folder: all missing ones or none, in one
 * transaction that takes the write lock first, so that two processes starting together apply each
 * once. Running it again changes nothing. What a later version added may be there: it took nothing
 * away that this one needs. Throws, in words, for a database that is not Mooring's, or whose list of
 * migrations does not begin as ours. Gives how many of them this version does not know.
 */
export function migrate(database: SqliteDatabase, folder: string): number {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const client = database.$client;
  // A migration may rebuild a table; with foreign keys on, dropping the old one would cascade. The
  // switch has no effect inside a transaction.
  client.pragma("foreign_keys = OFF");
  try {
    let later = 0;
    const apply = client.transaction(() => {
      later = applyMissing(database, migrations);
    });
    patiently(database, () => apply.immediate());
    return later;
  } finally {
    client.pragma("foreign_keys = ON");
  }
}

function applyMissing(database: SqliteDatabase, migrations: MigrationMeta[]): number {
  const client = database.$client;
  const names = client.prepare("select name from sqlite_master where type = 'table'").pluck().all();
  client.exec(
    `create table if not exists ${ledger} (id integer primary key, hash text not null, created_at numeric)`,
  );
  const done = client.prepare(`select hash from ${ledger} order by id`).pluck().all();
  const isForeign = done.length === 0 && names.some((name) => !isOwnTable(name));
  const known = migrations.map(({ hash }) => hash);
  const begun = done.map(String).filter((hash) => known.includes(hash));
  const wrong = isForeign ? foreign : ledgerTrouble(known, { begun, all: done.length });
  if (wrong)
    throw new Error(`${wrong} Take another DATA_DIR, or the backup of Mooring's own database.`);
  const note = client.prepare(`insert into ${ledger} (hash, created_at) values (?, ?)`);
  for (const migration of migrations) {
    if (done.includes(migration.hash)) continue;
    for (const statement of migration.sql) client.exec(statement);
    note.run(migration.hash, migration.folderMillis);
  }
  const dangling = client.pragma("foreign_key_check");
  if (Array.isArray(dangling) && dangling.length > 0) {
    throw new Error(`The migrations leave rows without their parent: ${JSON.stringify(dangling)}`);
  }
  return done.length - begun.length;
}

/** Why a database is refused that has tables, none of which Mooring made. */
export const foreign =
  "The database is not Mooring's: it has tables and no list of our migrations.";

/** Those that SQLite makes for itself, the list, and what a move marks its target by (./move). */
const isOwnTable = (name: unknown) =>
  name === ledger || name === "unfinished_move" || String(name).startsWith("sqlite_");

/**
 * Why a list of migrations is not one of ours; null for one that begins as ours, goes on with ours,
 * and has nothing that is not ours before all of ours. `begun`: those that we know, `all`: how many
 * there are.
 */
export function ledgerTrouble(
  known: readonly string[],
  { begun, all }: { begun: readonly string[]; all: number },
): string | null {
  const isInOrder = known.slice(0, begun.length).every((name) => begun.includes(name));
  const hasLater = all > begun.length;
  if (isInOrder && (!hasLater || begun.length === known.length)) return null;
  return "The database is not as Mooring made it: its list of migrations lacks one of ours, or has another in its place.";
}

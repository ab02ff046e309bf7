import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import { patiently, type SqliteDatabase } from "./client";

/** The table and columns that drizzle's own tools keep, so that they understand the database. */
const ledger = "__drizzle_migrations";

/**
 * Brings the schema up to the newest migration in the folder: all missing ones or none, in one
 * transaction that takes the write lock first, so that two processes starting together apply each
 * once. Running it again changes nothing. Throws when the database is newer than the program.
 */
export function migrate(database: SqliteDatabase, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const client = database.$client;
  // A migration may rebuild a table; with foreign keys on, dropping the old one would cascade. The
  // switch has no effect inside a transaction.
  client.pragma("foreign_keys = OFF");
  try {
    const apply = client.transaction(() => applyMissing(database, migrations));
    patiently(database, () => apply.immediate());
  } finally {
    client.pragma("foreign_keys = ON");
  }
}

function applyMissing(database: SqliteDatabase, migrations: MigrationMeta[]): void {
  const client = database.$client;
  client.exec(
    `create table if not exists ${ledger} (id integer primary key, hash text not null, created_at numeric)`,
  );
  const done = new Set(client.prepare(`select hash from ${ledger}`).pluck().all());
  refuseNewer(migrations, done);
  const note = client.prepare(`insert into ${ledger} (hash, created_at) values (?, ?)`);
  for (const migration of migrations) {
    if (done.has(migration.hash)) continue;
    for (const statement of migration.sql) client.exec(statement);
    note.run(migration.hash, migration.folderMillis);
  }
  const dangling = client.pragma("foreign_key_check");
  if (Array.isArray(dangling) && dangling.length > 0) {
    throw new Error(`The migrations leave rows without their parent: ${JSON.stringify(dangling)}`);
  }
}

function refuseNewer(migrations: MigrationMeta[], done: ReadonlySet<unknown>): void {
  const known = new Set<unknown>(migrations.map((migration) => migration.hash));
  const foreign = [...done].filter((hash) => !known.has(hash));
  if (foreign.length === 0) return;
  throw new Error(
    `The database has ${foreign.length} migrations that this version of Mooring does not know. Start the version that made them, or take another DATA_DIR.`,
  );
}

import { createHash } from "node:crypto";
import { closeDatabase, openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { move } from "#db/move/move";
import { migratePostgres } from "#db/postgres/migrate";
import { openUrl } from "#db/samples/open-url";
import { startPostgres } from "#scripts/start-postgres";

export type Running = {
  /** What an app over that PostgreSQL is started with. */
  settings: Record<string, string>;
  /** What its database takes of the disk. */
  bytes: number;
  end: () => Promise<void>;
};

/** A PostgreSQL of its own with all that a database file holds, moved there as an operator does. */
export async function moveToPostgres(file: string): Promise<Running> {
  const { url, end } = await startPostgres();
  const [from, to] = [openDatabase(file), openUrl(url)];
  const moved = await move({
    ...{ from, to, tell: () => undefined },
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    migrate: (database) =>
      database.engine === "sqlite"
        ? migrate(database, "db/migrations")
        : migratePostgres(database, { folder: "db/postgres/migrations", now: Date.now() }),
  });
  if (!moved.ok) throw new Error(moved.reason);
  // As its own maintenance would have done by the time that a log has grown so long.
  await to.pool.send({ text: "vacuum analyze", values: [], answerMs: 600_000 });
  const size = "select pg_database_size(current_database())";
  const { rows } = await to.pool.send({ text: size, values: [] });
  closeDatabase(from);
  await closeDatabase(to);
  const settings = { DATABASE_URL: url, AUTH_SECRET: "a secret of the bench, long enough" };
  return { settings, bytes: Number(rows[0]?.[0]), end };
}

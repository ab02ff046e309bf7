import type { Database } from "#db/client";
import { postgresCode } from "#db/postgres/postgres-error";

/** Stands in a database from the beginning of a move into it until that is through. */
const table = "unfinished_move";

/** By what a move into the database is known that is not through; null where there is none. */
export async function unfinishedMove(database: Database): Promise<string | null> {
  try {
    const [[source] = []] = await run(database, `select source from ${table}`);
    return source === undefined ? null : String(source);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** `source` is a hash: it stands in the statement as it is. */
export async function beginMove(database: Database, source: string): Promise<void> {
  await run(database, `create table if not exists ${table} (source text primary key)`);
  await run(database, `insert into ${table} values ('${source}')`);
}

export async function endMove(database: Database): Promise<void> {
  await run(database, `drop table ${table}`);
}

/** Whether what failed was that there is no such table. */
function isAbsent(error: unknown): boolean {
  if (postgresCode(error) === "42P01") return true;
  return error instanceof Error && error.message.includes(`no such table: ${table}`);
}

async function run(database: Database, text: string): Promise<unknown[][]> {
  if (database.engine === "postgres") {
    return (await database.pool.send({ text, values: [] })).rows;
  }
  const statement = database.$client.prepare<[], unknown[]>(text);
  if (statement.reader) return statement.raw().all();
  statement.run();
  return [];
}

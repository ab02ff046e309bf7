import type { Database, SqliteDatabase } from "#db/client";
import { isBusy } from "#db/when-free";
import { movedTables } from "./moved-tables";
import { Refused } from "./refused";

/**
 * Runs something while nobody else writes to the database. A file is nobody else's at all meanwhile;
 * of a PostgreSQL others may read. Throws Refused where somebody else has the file open.
 */
export function holdStill<Given>(database: Database, run: () => Promise<Given>): Promise<Given> {
  return database.engine === "sqlite" ? holdFile(database, run) : holdTables(database, run);
}

/** Runs something while the file is nobody else's; throws Refused where it is. */
export async function holdFile<Given>(
  { $client }: SqliteDatabase,
  run: () => Promise<Given>,
): Promise<Given> {
  try {
    $client.pragma("locking_mode = EXCLUSIVE");
    // To leave WAL needs a lock that no other connection grants, however idle it is.
    $client.pragma("journal_mode = DELETE");
    $client.exec("begin exclusive; commit");
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Refused(`${$client.name} is in use: end the server, and what else has it open.`);
  }
  try {
    return await run();
  } finally {
    $client.pragma("locking_mode = NORMAL");
    $client.pragma("journal_mode = WAL");
  }
}

const plain = (text: string) => ({ text, values: [] });

function holdTables<Given>(
  { pool }: Extract<Database, { engine: "postgres" }>,
  run: () => Promise<Given>,
): Promise<Given> {
  // As long as those who write need to be through.
  const answerMs = 60_000;
  const names = movedTables.map(({ name }) => name).join(", ");
  return pool.hold(async ({ send }) => {
    await send([plain("begin"), { ...plain(`lock table ${names} in exclusive mode`), answerMs }]);
    try {
      return await run();
    } finally {
      // Where the connection was lost meanwhile, so was the hold: then this fails.
      await send([plain("rollback")]);
    }
  });
}

import type { Database } from "#db/client";
import type { Connection } from "#db/postgres/pool";
import { postgresCode } from "#db/postgres/postgres-error";
import { Refused } from "./refused";

/** Has a row in a database from the beginning of a move into it until that is through. */
const table = "unfinished_move";
const anotherIsUnderWay = "Another move into the target is under way.";

/** By what a move into the database is known that is not through; null where there is none. */
export async function unfinishedMove(database: Database): Promise<string | null> {
  try {
    const { rows } = await run(database, `select source from ${table}`);
    const [[source] = []] = rows;
    return source === undefined ? null : String(source);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

type Marked = {
  /** The source's, a hash: it stands in the statement as it is. */
  source: string;
  /** Asked where no move had begun: throws what speaks against one. */
  check: () => Promise<void>;
  /** Where it throws, the mark stays, and a move of the same source goes on. */
  run: () => Promise<void>;
};

/**
 * Marks the target of a move as the source's, and takes the mark away once everything is there. One
 * move at a time has the mark: throws Refused where another one has it, or it is another source's.
 */
export async function whileMarked(
  database: Database,
  { source, check, run: fill }: Marked,
): Promise<void> {
  const isNew = await putMark(database, source);
  let isOver = false;
  try {
    await holdMark(database, async (found, remove) => {
      if (found !== source) {
        throw new Refused(
          "The target holds a part of another source, or of what this one was before: empty it first.",
        );
      }
      const end = async () => {
        await remove();
        isOver = true;
      };
      if (isNew) await endWhereThrown(check, end);
      await fill();
      await end();
    });
  } finally {
    // A target that was refused is left as it was, without an empty table.
    if (isOver) await run(database, `drop table if exists ${table}`);
  }
}

/** Gives whether there was none. */
async function putMark(database: Database, source: string): Promise<boolean> {
  const columns = "place integer primary key, source text";
  const marking = `insert into ${table} values (1, '${source}') on conflict do nothing`;
  try {
    await run(database, `create table if not exists ${table} (${columns})`);
    return (await run(database, marking)).changed === 1;
  } catch (error) {
    // Taken away in between, by another move that was through.
    throw isAbsent(error) ? new Refused(anotherIsUnderWay) : error;
  }
}

async function endWhereThrown(check: () => Promise<void>, end: () => Promise<void>) {
  try {
    await check();
  } catch (error) {
    await end();
    throw error;
  }
}

type Holding = (found: string | null, remove: () => Promise<void>) => Promise<void>;

/** A file is this process's alone already; of PostgreSQL the mark's row is locked meanwhile. */
async function holdMark(database: Database, use: Holding): Promise<void> {
  const removal = `delete from ${table}`;
  if (database.engine === "sqlite") {
    return use(await unfinishedMove(database), async () => void (await run(database, removal)));
  }
  await database.pool.hold(async ({ send }) => {
    const found = await lockMark(send);
    let end = "rollback";
    const remove = async () => {
      await send([plain(removal)]);
      end = "commit";
    };
    try {
      await use(found, remove);
    } finally {
      await send([plain(end)]);
    }
  });
}

const plain = (text: string) => ({ text, values: [] });

async function lockMark(send: Connection["send"]): Promise<string | null> {
  try {
    const lock = plain(`select source from ${table} for update nowait`);
    const [
      ,
      {
        rows: [[source] = []],
      } = { rows: [] },
    ] = await send([plain("begin"), lock]);
    if (source === undefined) throw new Refused(anotherIsUnderWay);
    return String(source);
  } catch (error) {
    await send([plain("rollback")]);
    // Held by another move, or taken away by one that was through meanwhile.
    throw postgresCode(error) === "55P03" || isAbsent(error)
      ? new Refused(anotherIsUnderWay)
      : error;
  }
}

/** Whether what failed was that there is no such table, of whatever name. */
export function isAbsent(error: unknown): boolean {
  if (postgresCode(error) === "42P01") return true;
  return error instanceof Error && error.message.includes("no such table: ");
}

async function run(
  database: Database,
  text: string,
): Promise<{ rows: unknown[][]; changed: number }> {
  if (database.engine === "postgres") return database.pool.send(plain(text));
  const statement = database.$client.prepare<[], unknown[]>(text);
  if (statement.reader) return { rows: statement.raw().all(), changed: 0 };
  return { rows: [], changed: statement.run().changes };
}

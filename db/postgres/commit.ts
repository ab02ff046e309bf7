import type { Write } from "#db/write";
import type { Bound, Connection, Pool } from "./pool";
import { PostgresError, postgresCode } from "./postgres-error";

/** How often a batch is sent again of which nothing was written, and the pauses between, milliseconds. */
const mostTries = 10;
const firstPause = 10;
const longestPause = 1000;

/** Serialization failure and deadlock: the engine chose this transaction to give way. */
const givesWay = new Set(["40001", "40P01"]);

/**
 * Thrown where a connection was lost while a batch was being committed: it may be written or not.
 * Who can tell by its ids looks.
 */
export class UnknownOutcome extends PostgresError {
  constructor() {
    super("AWAY", "The connection was lost while a batch was being committed.");
    this.name = "UnknownOutcome";
  }
}

/** The batch was not written, and can be sent again as it is. */
class NotWritten extends Error {}

/**
 * Writes a batch, all of it or nothing, and gives how many rows each statement changed: one flat
 * transaction that may run again where the engine says that it gave way, or was lost before it was
 * to be committed. What it rests on is in its statements, which are looked at anew then.
 */
export async function commitOn(pool: Pool, writes: readonly Write[]): Promise<readonly number[]> {
  const statements = writes.map(boundOf);
  for (let tries = 1; ; tries += 1) {
    try {
      return await pool.hold((connection) => tryToCommit(connection, { writes, statements }));
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      if (tries >= mostTries) throw error.cause;
      await pauseAfter(tries);
    }
  }
}

function boundOf(write: Write): Bound {
  if ("statement" in write) return write.statement;
  throw new Error("A statement for another engine was to be written.");
}

type Batch = { writes: readonly Write[]; statements: readonly Bound[] };

/**
 * The transaction and all its statements are sent in one piece, and the commit once it is known what
 * they changed: two ways there and back, however many they are.
 */
async function tryToCommit(connection: Connection, batch: Batch): Promise<readonly number[]> {
  const changed = await run(connection, batch);
  try {
    await connection.send([commit]);
  } catch (error) {
    if (givesWay.has(postgresCode(error) ?? "")) throw new NotWritten("", { cause: error });
    throw postgresCode(error) === "AWAY" ? new UnknownOutcome() : error;
  }
  return changed;
}

const plain = (text: string): Bound => ({ text, values: [] });
const [begin, commit, rollback] = [plain("begin"), plain("commit"), plain("rollback")];

/** What each statement changed. Throws what went wrong first: what follows fails for that alone. */
async function run(
  connection: Connection,
  { writes, statements }: Batch,
): Promise<readonly number[]> {
  const sent = await connection.sendEach([begin, ...statements]);
  const changed: number[] = [];
  for (const [place, one] of sent.entries()) {
    if (one.status === "rejected") return giveUp(connection, one.reason);
    if (place === 0) continue;
    const { orThrow } = writes[place - 1] ?? {};
    if (one.value.changed === 0 && orThrow) return giveUp(connection, orThrow());
    changed.push(one.value.changed);
  }
  return changed;
}

/** Ends a transaction of which nothing is to be written. */
async function giveUp(connection: Connection, error: unknown): Promise<never> {
  const code = postgresCode(error);
  // A connection that was lost took its transaction along.
  if (code === "AWAY") throw new NotWritten("", { cause: error });
  await connection.send([rollback]);
  if (code !== null && givesWay.has(code)) throw new NotWritten("", { cause: error });
  throw error;
}

/** Longer each time, and never the same for two that met. */
function pauseAfter(tries: number): Promise<void> {
  const longest = Math.min(firstPause * 2 ** tries, longestPause);
  return new Promise((next) => setTimeout(next, longest * (0.5 + Math.random() / 2)));
}

import type { Write } from "#db/write";
import type { Bound, Connection, Pool } from "./pool";
import { PostgresError, postgresCode } from "./postgres-error";

/** How often a batch is sent again of which nothing was written, and the pauses between, milliseconds. */
const mostTries = 10;
const firstPause = 10;
const longestPause = 1000;
/** How long all of that may take together where nothing else is said, milliseconds. */
const patience = 10_000;
/** What an answer is waited for at least, milliseconds. */
const leastAnswer = 500;

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
 * to be committed. What it rests on is in its statements, which are looked at anew then. At `until`, by
 * the clock of `performance`, no answer is waited for any longer: then nothing of it is written, or
 * the outcome is unknown.
 */
export async function commitOn(
  pool: Pool,
  writes: readonly Write[],
  until = performance.now() + patience,
): Promise<readonly number[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await pool.hold((connection) => tryToCommit(connection, writes, until));
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      if (tries >= mostTries || performance.now() > until) throw error.cause;
      await pauseAfter(tries);
    }
  }
}

/** A statement, whose answer is waited for until then. */
function boundOf(write: Write, until: number): Bound {
  if ("statement" in write) return { ...write.statement, answerMs: msTo(until) };
  throw new Error("A statement for another engine was to be written.");
}

const msTo = (until: number) => Math.max(until - performance.now(), leastAnswer);

/**
 * The transaction and all its statements are sent in one piece, and the commit once it is known what
 * they changed: two ways there and back, however many they are.
 */
async function tryToCommit(
  connection: Connection,
  writes: readonly Write[],
  until: number,
): Promise<readonly number[]> {
  const changed = await run(connection, writes, until);
  try {
    await connection.send([{ ...commit, answerMs: msTo(until) }]);
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
  writes: readonly Write[],
  until: number,
): Promise<readonly number[]> {
  const bound = writes.map((write) => boundOf(write, until));
  const sent = await connection.sendEach([begin, ...bound]);
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

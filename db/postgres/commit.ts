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
 * transaction that may run again where the engine says that it gave way, or that it ends. What it
 * rests on is in its statements, which are looked at anew then. At `until`, by the clock of
 * `performance`, no answer is waited for any longer: then nothing of it is written, or the outcome is
 * unknown.
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

const msTo = (until: number) => Math.max(until - performance.now(), leastAnswer);

/**
 * All is sent in one piece, the commit as well: one way there and back. Where a statement fails, the
 * engine rolls back instead. Throws what went wrong first: what follows fails for that alone.
 */
async function tryToCommit(
  connection: Connection,
  writes: readonly Write[],
  until: number,
): Promise<readonly number[]> {
  const answerMs = msTo(until);
  const bound = writes.map(boundOf);
  // A statement by itself is a transaction of its own.
  const before = bound.length === 1 ? [] : [begin];
  const all = bound.length === 1 ? bound : [...before, ...bound, commit];
  const sent = await connection.sendEach(all.map((one) => ({ ...one, answerMs })));
  const failed = sent.findIndex(({ status }) => status === "rejected");
  if (failed >= 0) {
    const isLast = failed === all.length - 1;
    throw whyNot(sent[failed], { write: writes[failed - before.length], isLast });
  }
  return writes.map((write, place) => changedBy(write, sent[before.length + place]));
}

const plain = (text: string): Bound => ({ text, values: [] });
const [begin, commit] = [plain("begin"), plain("commit")];

function boundOf(write: Write): Bound {
  if (!("statement" in write)) throw new Error("A statement for another engine was to be written.");
  const { statement, orThrow } = write;
  return orThrow ? { ...statement, text: thatMustChange(statement.text) } : statement;
}

/** What a division by zero is called. */
const byZero = "22012";

/** The statement as one that fails where it changes no row, so that its transaction is rolled back. */
export function thatMustChange(text: string): string {
  return `with changed as (${text} returning 1) select count(*), 1 / count(*) from changed`;
}

type Sent = Awaited<ReturnType<Connection["sendEach"]>>[number];

function changedBy({ orThrow }: Write, sent: Sent | undefined): number {
  if (sent?.status !== "fulfilled") throw new Error("A statement had no answer.");
  return orThrow ? Number(sent.value.rows[0]?.[0]) : sent.value.changed;
}

/** `isLast`: after it nothing was left to be sent, so that all may be written. */
function whyNot(
  sent: Sent | undefined,
  { write, isLast }: { write: Write | undefined; isLast: boolean },
): unknown {
  const error = sent?.status === "rejected" ? sent.reason : undefined;
  const code = postgresCode(error);
  if (code === byZero && write?.orThrow) return write.orThrow();
  if (code !== null && givesWay.has(code)) return new NotWritten("", { cause: error });
  if (code !== "AWAY") return error;
  const isAnswer = error instanceof Error && "isAnswer" in error && error.isAnswer === true;
  return isAnswer && !isLast ? new NotWritten("", { cause: error }) : new UnknownOutcome();
}

/** Longer each time, and never the same for two that met. */
function pauseAfter(tries: number): Promise<void> {
  const longest = Math.min(firstPause * 2 ** tries, longestPause);
  return new Promise((next) => setTimeout(next, longest * (0.5 + Math.random() / 2)));
}

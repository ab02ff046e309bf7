import type { Database, SqliteDatabase } from "./client";
import { commitOn, UnknownOutcome } from "./postgres/commit";
import { isBusy, longestWait, pauseAfter } from "./when-free";
import { runWrite, type Write } from "./write";

type Batch = {
  writes: readonly Write[];
  done: (changed: readonly number[]) => void;
  failed: (error: unknown) => void;
  /** How long it has waited for another process's lock, milliseconds. */
  waited: number;
};

/** `tries` found the lock held, since the last commit. */
type Queue = { batches: Batch[]; tries: number };

/** Statements in one commit, unless a single batch has more: some milliseconds' work. */
const mostStatements = 1000;

/** Batches that wait to be committed, by handle. */
const waiting = new WeakMap<SqliteDatabase, Queue>();

/**
 * Runs the statements in order, all of them or none, and gives how many rows each changed: the first
 * that fails rolls back the others and its error is thrown. No statement of another batch comes
 * between, in any process.
 *
 * A commit waits for the disk, far longer than its statements run. So batches that come within one
 * turn of the event loop are committed as one, each behind a savepoint of its own. While another
 * process holds the lock they wait in order, without holding the event loop; when that takes too
 * long, they fail as busy and nothing of them is written. `until`, by the clock of `performance`, is
 * how long an engine elsewhere is waited for; else it is as long as is usual.
 */
export function writeTogether(
  database: Database,
  writes: readonly Write[],
  until?: number,
): Promise<readonly number[]> {
  if (database.engine === "postgres") return commitOn(database.pool, writes, until);
  return new Promise((done, failed) => {
    const batch = { writes, done, failed, waited: 0 };
    const queue = waiting.get(database);
    if (queue) {
      queue.batches.push(batch);
      return;
    }
    const begun = { batches: [batch], tries: 0 };
    waiting.set(database, begun);
    setImmediate(() => commitWaiting(database, begun));
  });
}

/**
 * Whether an error says that a batch may be written or not: the connection was lost as it was being
 * committed. Its ids tell.
 */
export function isUnknownOutcome(error: unknown): boolean {
  return error instanceof UnknownOutcome;
}

/** One statement by itself, as `writeTogether`; gives how many rows it changed. */
export async function writeOne(database: Database, write: Write): Promise<number> {
  const [changed] = await writeTogether(database, [write]);
  if (changed === undefined)
    throw new Error("A batch was committed and its statement did not run.");
  return changed;
}

function commitWaiting(database: SqliteDatabase, queue: Queue): void {
  const batches = firstOf(queue.batches);
  let outcomes: Outcomes;
  try {
    outcomes = commitAll(database.$client, batches);
  } catch (error) {
    if (isBusy(error)) {
      waitForLock(database, queue, error);
      return;
    }
    queue.batches.splice(0, batches.length);
    for (const { failed } of batches) failed(error);
    goOn(database, queue);
    return;
  }
  queue.tries = 0;
  queue.batches.splice(0, batches.length);
  for (const batch of batches) {
    const outcome = outcomes.get(batch);
    if (outcome && "changed" in outcome) batch.done(outcome.changed);
    else batch.failed(outcome?.error);
  }
  goOn(database, queue);
}

/** The first batches that make one commit. */
function firstOf(batches: readonly Batch[]): Batch[] {
  let statements = 0;
  return batches.filter(({ writes }, place) => {
    statements += writes.length;
    return place === 0 || statements <= mostStatements;
  });
}

/** What is left has a commit of its own, in another turn of the event loop. */
function goOn(database: SqliteDatabase, queue: Queue): void {
  if (queue.batches.length === 0) waiting.delete(database);
  else setImmediate(() => commitWaiting(database, queue));
}

function waitForLock(database: SqliteDatabase, queue: Queue, error: unknown): void {
  const late = queue.batches.filter(({ waited }) => waited >= longestWait);
  queue.batches = queue.batches.filter(({ waited }) => waited < longestWait);
  for (const { failed } of late) failed(error);
  if (queue.batches.length === 0) {
    waiting.delete(database);
    return;
  }
  const pause = pauseAfter(queue.tries);
  queue.tries += 1;
  for (const batch of queue.batches) batch.waited += pause;
  setTimeout(() => commitWaiting(database, queue), pause);
}

/** What became of each batch of a commit: how many rows its statements changed, or why it failed. */
type Outcomes = Map<Batch, { changed: readonly number[] } | { error: unknown }>;

/** Throws when nothing could be written at all, be it that the handle was closed meanwhile. */
function commitAll(client: SqliteDatabase["$client"], batches: readonly Batch[]): Outcomes {
  const outcomes: Outcomes = new Map();
  const runBatch = client.transaction(({ writes }: Batch) => writes.map(runWrite));
  const runAll = client.transaction(() => {
    outcomes.clear();
    for (const batch of batches) {
      try {
        outcomes.set(batch, { changed: runBatch(batch) });
      } catch (error) {
        // A full disk and the like end the whole transaction: then nothing of it was written.
        if (!client.inTransaction) throw error;
        outcomes.set(batch, { error });
      }
    }
  });
  // The write lock is taken at the start, so that a wait for it comes before the first write.
  runAll.immediate();
  return outcomes;
}

import type { Database } from "./client";
import { isBusy, longestWait, pauseAfter } from "./when-free";

/**
 * One statement with its values, bound and ready. An engine whose driver has `batch` would take
 * the statements themselves; here each runs when called, inside one synchronous transaction. It may
 * run again when nothing of its transaction was written.
 */
export type Write = () => unknown;

type Batch = {
  writes: readonly Write[];
  done: () => void;
  failed: (error: unknown) => void;
  /** How long it has waited for another process's lock, milliseconds. */
  waited: number;
};

/** `tries` found the lock held, since the last commit. */
type Queue = { batches: Batch[]; tries: number };

/** Statements in one commit, unless a single batch has more: some milliseconds' work. */
const mostStatements = 1000;

/** Batches that wait to be committed, by handle. */
const waiting = new WeakMap<Database, Queue>();

/**
 * Runs the statements in order, all of them or none: the first that fails rolls back the others
 * and its error is thrown. No statement of another batch comes between, in any process.
 *
 * A commit waits for the disk, far longer than its statements run. So batches that come within one
 * turn of the event loop are committed as one, each behind a savepoint of its own. While another
 * process holds the lock they wait in order, without holding the event loop; when that takes too
 * long, they fail as busy and nothing of them is written.
 */
export function writeTogether(database: Database, writes: readonly Write[]): Promise<void> {
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

/** One statement by itself, as `writeTogether`; gives what it gave. */
export async function writeOne<Given>(database: Database, write: () => Given): Promise<Given> {
  let given: { value: Given } | null = null;
  const keep = () => {
    given = { value: write() };
  };
  await writeTogether(database, [keep]);
  if (given === null) throw new Error("A batch was committed and its statement did not run.");
  return (given as { value: Given }).value;
}

function commitWaiting(database: Database, queue: Queue): void {
  const batches = firstOf(queue.batches);
  const failures = new Map<Batch, unknown>();
  try {
    commitAll(database.$client, batches, failures);
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
    if (failures.has(batch)) batch.failed(failures.get(batch));
    else batch.done();
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
function goOn(database: Database, queue: Queue): void {
  if (queue.batches.length === 0) waiting.delete(database);
  else setImmediate(() => commitWaiting(database, queue));
}

function waitForLock(database: Database, queue: Queue, error: unknown): void {
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

/** Throws when nothing could be written at all, be it that the handle was closed meanwhile. */
function commitAll(
  client: Database["$client"],
  batches: readonly Batch[],
  failures: Map<Batch, unknown>,
): void {
  const runBatch = client.transaction(({ writes }: Batch) => {
    for (const write of writes) write();
  });
  const runAll = client.transaction(() => {
    failures.clear();
    for (const batch of batches) {
      try {
        runBatch(batch);
      } catch (error) {
        // A full disk and the like end the whole transaction: then nothing of it was written.
        if (!client.inTransaction) throw error;
        failures.set(batch, error);
      }
    }
  });
  // The write lock is taken at the start, so that a wait for it comes before the first write.
  runAll.immediate();
}

import type { Database } from "./client";

/**
 * One statement with its values, bound and ready. An engine whose driver has `batch` would take
 * the statements themselves; here each runs when called, inside one synchronous transaction.
 */
export type Write = () => unknown;

type Batch = { writes: readonly Write[]; done: () => void; failed: (error: unknown) => void };

/** Batches that wait for the end of this turn of the event loop, by handle. */
const waiting = new WeakMap<Database, Batch[]>();

/**
 * Runs the statements in order, all of them or none: the first that fails rolls back the others
 * and its error is thrown. No statement of another batch comes between, in any process.
 *
 * A commit waits for the disk, far longer than its statements run. So batches that come within one
 * turn of the event loop are committed as one, each behind a savepoint of its own.
 */
export function writeTogether(database: Database, writes: readonly Write[]): Promise<void> {
  return new Promise((done, failed) => {
    const batch = { writes, done, failed };
    const others = waiting.get(database);
    if (others) {
      others.push(batch);
      return;
    }
    waiting.set(database, [batch]);
    setImmediate(() => commitWaiting(database));
  });
}

function commitWaiting(database: Database): void {
  const batches = waiting.get(database) ?? [];
  waiting.delete(database);
  const failures = new Map<Batch, unknown>();
  try {
    commitAll(database.$client, batches, failures);
  } catch (error) {
    for (const { failed } of batches) failed(error);
    return;
  }
  for (const batch of batches) {
    if (failures.has(batch)) batch.failed(failures.get(batch));
    else batch.done();
  }
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

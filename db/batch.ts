import type { Database } from "./client";

/**
 * One statement with its values, bound and ready. An engine whose driver has `batch` would take
 * the statements themselves; here each runs when called, inside one synchronous transaction.
 */
export type Write = () => unknown;

/**
 * Runs the statements in order, all of them or none: the first that fails rolls back the others
 * and its error is thrown. No statement of another batch comes between, in any process.
 */
export async function writeTogether(database: Database, writes: readonly Write[]): Promise<void> {
  database.$client
    .transaction(() => {
      for (const write of writes) write();
    })
    // The write lock is taken at the start, so that a wait for it comes before the first write.
    .immediate();
}

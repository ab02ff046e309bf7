import type { Bound } from "./postgres/pool";

/**
 * One statement with its values, bound and ready to run in a transaction. It may run again when
 * nothing of that transaction was written. SQLite's runs at once, and gives how many rows it changed.
 */
export type Write = ({ run: () => number } | { statement: Bound }) & {
  /** Where it changes no row, its batch is rolled back and this is thrown. */
  orThrow?: (() => Error) | undefined;
};

/** Runs a write in SQLite's transaction that is open. */
export function runWrite(write: Write): number {
  if (!("run" in write)) throw new Error("A statement for another engine was to be written.");
  const changed = write.run();
  if (changed === 0 && write.orThrow) throw write.orThrow();
  return changed;
}

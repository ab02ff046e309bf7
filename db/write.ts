/**
 * One statement with its values, bound and ready to run in a transaction. It may run again when
 * nothing of that transaction was written.
 */
export type Write = {
  /** Gives how many rows it changed. */
  run: () => number;
  /** Where it changes no row, its batch is rolled back and this is thrown. */
  orThrow?: (() => Error) | undefined;
};

/** Runs a write in the transaction that is open. */
export function runWrite({ run, orThrow }: Write): number {
  const changed = run();
  if (changed === 0 && orThrow) throw orThrow();
  return changed;
}

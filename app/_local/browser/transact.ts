import type { LocalDatabase, StoreName, Transaction } from "./local-database";

/**
 * Runs some steps in one transaction: all of them or none. Rejects with what went wrong first, which
 * is the transaction's own reason where it has one: each request of one that has no room only says
 * that it was aborted.
 */
export async function transact<
  const Names extends readonly StoreName[],
  Mode extends IDBTransactionMode,
  Given,
>(
  database: LocalDatabase,
  { stores, mode }: { stores: Names; mode: Mode },
  run: (tx: Transaction<Names, Mode>) => Promise<Given>,
): Promise<Given> {
  const tx = database.transaction(stores, mode);
  try {
    const given = await run(tx);
    await tx.done;
    return given;
  } catch (cause) {
    undo(tx);
    throw tx.error ?? cause;
  }
}

function undo(tx: { abort: () => void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

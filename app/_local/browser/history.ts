import type { LocalDatabase, Transaction } from "./local-database";
import { piecesOf } from "./pieces-of";
import { transact } from "./transact";

type Writing = Transaction<["entries", "states", "meta"], "readwrite">;

/** Of which history of the server's log the store is. */
export async function readHistory(database: LocalDatabase): Promise<string> {
  return ((await database.get("meta", "history")) as string | undefined) ?? "";
}

/**
 * Makes the store one of another history, in a transaction of its own. False where it is of that
 * history already.
 */
export function changeHistory(database: LocalDatabase, history: string): Promise<boolean> {
  const all = { stores: ["entries", "states", "meta"], mode: "readwrite" } as const;
  return transact(database, all, (tx) => moveToHistory(tx, history));
}

/**
 * What a store holds was sent to the log of its history. Where the server has another one by now,
 * since its database was put back from a backup, some of that may be gone there: all of it becomes
 * unsent again, and the log is asked for from its beginning. The server knows by its id what it has.
 */
export async function moveToHistory(tx: Writing, history: string): Promise<boolean> {
  const [entries, meta] = [tx.objectStore("entries"), tx.objectStore("meta")];
  const [cursor, known] = await Promise.all([meta.get("cursor"), meta.get("history")]);
  const isOther = history !== (known ?? "");
  if (isOther) await meta.put(history, "history");
  // Who has been told nothing yet has sent nothing.
  if (!isOther || (cursor === undefined && known === undefined)) return false;
  for await (const rows of piecesOf(entries, ({ id }) => id)) {
    await Promise.all(rows.map((row) => entries.put({ ...row, unsent: 1 })));
  }
  await Promise.all([meta.delete("cursor"), meta.delete("gap")]);
  return true;
}

import {
  addHeld,
  type Compared,
  comparedOf,
  type Digests,
  isKept,
  type Tallies,
  writtenOut,
} from "#core/log/digest";
import type { LocalDatabase, Meta, StoredEntry } from "#local/browser/local-database";
import { piecesOf } from "#local/browser/pieces-of";

/** What the store holds once all is sent and all is known, as of one version of the log. */
export type HeldDigests = { cursor: number; history: string; digests: Digests };

/**
 * The digests of what the server compares: of the entries that devices keep, which are those from a
 * moment on, and of all states. Read piece by piece, with a pause before the work on each. Null while
 * something is unsent or still to be asked for, and when the store was written meanwhile.
 */
export async function readDigests(
  database: LocalDatabase,
  from: number,
  pause: () => Promise<void>,
): Promise<HeldDigests | null> {
  const before = await readMoment(database);
  if (!before) return null;
  const tallies: Tallies = new Map();
  await pause();
  for await (const piece of piecesOf(rowsOf(database, "entries"), ({ id }) => id)) {
    addHeld(tallies, { entries: piece.map(comparedRow).filter((entry) => isKept(entry, from)) });
    await pause();
  }
  for await (const states of piecesOf(rowsOf(database, "states"), ({ card }) => card)) {
    addHeld(tallies, { states });
    await pause();
  }
  const after = await readMoment(database);
  if (after?.written !== before.written) return null;
  return { cursor: before.cursor, history: before.history, digests: writtenOut(tallies) };
}

/** A store that is asked for each piece anew: a transaction would not last over the pauses. */
const rowsOf = <Name extends "entries" | "states">(database: LocalDatabase, name: Name) => ({
  getAll: (range: IDBKeyRange | null, most: number) => database.getAll(name, range, most),
});

/** An entry under the id that it is found by here, which damage may have made another. */
export function comparedRow({ id, entry }: StoredEntry): Compared {
  return { ...comparedOf(entry), id };
}

/** What every append and every answer changes; null where there is nothing to compare yet. */
async function readMoment(
  database: LocalDatabase,
): Promise<{ cursor: number; history: string; written: string } | null> {
  const tx = database.transaction(["entries", "meta"]);
  const meta = tx.objectStore("meta");
  const [unsent, gap, cursor, history, device, savedAt] = await Promise.all([
    tx.objectStore("entries").index("unsent").count(1),
    meta.get("gap"),
    meta.get("cursor") as Promise<Meta["cursor"] | undefined>,
    meta.get("history") as Promise<Meta["history"] | undefined>,
    meta.get("device"),
    meta.get("savedAt"),
  ]);
  if (unsent > 0 || gap !== undefined || cursor === undefined) return null;
  const written = JSON.stringify([cursor, history, device, savedAt]);
  return { cursor, history: history ?? "", written };
}

import { comparedOf, isKept } from "#core/log/digest";
import type { CardTruth } from "#core/log/sync-types";
import type { LocalDatabase, Transaction } from "#local/browser/local-database";
import { piecesOf } from "#local/browser/pieces-of";
import { transact } from "#local/browser/transact";
import { stored } from "#local/store/local-log";
import { comparedRow } from "./held-digests";

/** What the server holds of some cards, at a version of the log, and from what moment on. */
export type Truth = { cursor: number; from: number; cards: readonly CardTruth[] };

/**
 * Puts what the server holds in the place of what the store holds of some cards, at once or not at
 * all. What is unsent stays, and so does every card that it is about: the next exchange brings that.
 * What was refused goes, like anything else that the server will never have. False, with nothing
 * changed, when the store knows of another version by now.
 */
export function mend(database: LocalDatabase, truth: Truth): Promise<boolean> {
  return transact(
    database,
    { stores: ["entries", "states", "meta"], mode: "readwrite" },
    async (tx) => {
      const meta = tx.objectStore("meta");
      const [cursor, gap] = await Promise.all([meta.get("cursor"), meta.get("gap")]);
      const isThen = cursor === truth.cursor && gap === undefined;
      if (isThen) await replace(tx, truth);
      return isThen;
    },
  );
}

type Writing = Transaction<["entries", "states", "meta"], "readwrite">;

async function replace(tx: Writing, { from, cards }: Truth): Promise<void> {
  const entries = tx.objectStore("entries");
  const states = tx.objectStore("states");
  const waiting = await entries.index("unsent").getAll(1);
  const unsent = new Set(waiting.map(({ id }) => id));
  const ahead = new Set(waiting.map(({ entry }) => comparedOf(entry).card));
  const truths = cards.filter(({ card }) => !ahead.has(card));
  const names = new Set(truths.map(({ card }) => card));
  for await (const rows of piecesOf(entries, ({ id }) => id)) {
    for (const row of rows) {
      const held = comparedRow(row);
      if (!row.unsent && names.has(held.card) && isKept(held, from)) await entries.delete(row.id);
    }
  }
  for (const { card, state, entries: right } of truths) {
    for (const entry of right) if (!unsent.has(entry.id)) await entries.put(stored(entry));
    // No card has the name under which stands all that has none.
    if (state) await states.put({ card, state });
    else await states.delete(card);
  }
}

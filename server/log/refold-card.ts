import "server-only";
import { beginFold, type CardFold } from "#core/log/fold-card";
import { compareEntries, inLogOrder, type Placed } from "#core/log/order";
import { addTo, type Sums, summed, totalOf } from "#core/log/totals";
import type { Database } from "#db/client";
import { cardEntryOf } from "#db/entry-row";
import { placeFrom, readCardEntries } from "#db/pages/card-entries";
import type { Pace } from "#server/base/give-way";
import type { CardEntry, Folded } from "./fold-batch";

/** Entries that are read at once. */
const pageSize = 200;

type Refold = {
  learner: string;
  card: string;
  added: readonly CardEntry[];
  retention: number;
  pace: Pace;
};

/**
 * The card folded again from all its entries, with what that changes in the totals. It may have many
 * thousands: they are read in their order, page by page, and folded twice side by side, with what is
 * new and without.
 */
export async function refoldCard(database: Database, refold: Refold): Promise<Folded> {
  const { card, added, retention } = refold;
  const voidedBefore = await voidedIn(database, refold);
  const voided = new Set([...voidedBefore, ...targetsOf(added)]);
  const before = beginFold(card, { voided: voidedBefore, retention });
  const after = beginFold(card, { voided, retention });
  const sums: Sums = new Map();
  const take = (fold: CardFold, { entry, topic }: CardEntry, sign: 1 | -1) => {
    const fact = fold.take(entry);
    if (fact) addTo(sums, totalOf(fact, topic), sign);
  };
  const waiting = inOrder(added);
  for await (const page of storedOf(database, refold)) {
    for (const stored of page) {
      while (waiting[0] && compareEntries(waiting[0].entry, stored.entry) < 0) {
        take(after, waiting.shift() ?? stored, 1);
      }
      take(before, stored, -1);
      take(after, stored, 1);
    }
  }
  for (const one of waiting) take(after, one, 1);
  return { states: [{ card, state: after.state() }], totals: summed(sums) };
}

async function voidedIn(database: Database, refold: Refold): Promise<Set<string>> {
  const voided = new Set<string>();
  for await (const page of storedOf(database, refold)) {
    for (const target of targetsOf(page)) voided.add(target);
  }
  return voided;
}

function targetsOf(entries: readonly CardEntry[]): string[] {
  return entries.flatMap(({ entry }) => (entry.type === "void" ? [entry.target] : []));
}

function inOrder(entries: readonly CardEntry[]): CardEntry[] {
  const byId = new Map(entries.map((one) => [one.entry.id, one]));
  return inLogOrder(entries.map((one) => one.entry)).flatMap(({ id }) => byId.get(id) ?? []);
}

async function* storedOf(
  database: Database,
  { learner, card, pace }: Refold,
): AsyncGenerator<CardEntry[]> {
  for (let after: Placed = placeFrom(-1); ; ) {
    const rows = await readCardEntries(database, { learner, card, after, limit: pageSize });
    yield rows.flatMap((row) => {
      const entry = cardEntryOf(row);
      return entry ? [{ entry, topic: row.topic ?? "" }] : [];
    });
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last;
    await pace.rest(rows.length);
  }
}

import { isStateEntry, subjectOf } from "#core/log/marks";
import type { Entry, StateEntry } from "#core/log/types";
import type { CardState, NewState } from "#core/scheduling/types";
import type { LocalDatabase, Meta, Transaction } from "#local/browser/local-database";
import { transact } from "#local/browser/transact";
import { type Change, type DraftEntry, stored } from "./local-log";
import { newId } from "./new-id";
import type { Unsettled } from "./settle-state";

/** What is appended at once. `retention` is the one aimed for now. */
export type Append = {
  drafts: readonly DraftEntry[];
  changes: readonly Change[];
  retention: number;
};

/** The entries in their places and the states, as they were put. */
export type Appended = { entries: readonly Entry[]; changes: readonly Change[] };

type Settle = (unsettled: Unsettled) => CardState;
type Following = Omit<Unsettled, "log">;

/** A card of which the store says nothing. */
const unseen: NewState = { phase: "new", missed: false, folded: 0 };

/**
 * Appends entries and the card states that follow from them, together or not at all; those that are
 * there already change nothing. The running number is taken in the same transaction, so that two
 * tabs never share one. A state that follows from another than the store's (another tab was there
 * first) is settled from what the store holds.
 */
export async function appendEntries(
  database: LocalDatabase,
  append: Append,
  settle: Settle | null = null,
): Promise<Appended> {
  const appended = await transact(
    database,
    { stores: ["entries", "states", "meta"], mode: "readwrite" },
    (tx) => appendWithin(tx, append, settle),
  );
  // Nothing was written. Settling needs the scheduler, and no transaction waits for an import.
  return appended ?? appendEntries(database, append, await loadSettle());
}

type Writing = Transaction<["entries", "states", "meta"], "readwrite">;

/** Null, with nothing written, where a state has to be settled and nothing is there to do it. */
async function appendWithin(
  tx: Writing,
  append: Append,
  settle: Settle | null,
): Promise<Appended | null> {
  const meta = tx.objectStore("meta");
  const store = tx.objectStore("entries");
  const states = tx.objectStore("states");
  const [known, present, before] = await Promise.all([
    meta.get("device") as Promise<Meta["device"] | undefined>,
    Promise.all(append.drafts.map(({ id }) => store.getKey(id))),
    Promise.all(append.changes.map(({ card }) => states.get(card))),
  ]);
  const drafts = append.drafts.filter((_, place) => present[place] === undefined);
  if (drafts.length === 0) return { entries: [], changes: [] };
  const { id, sequence } = known ?? { id: newId(), sequence: 0 };
  // What went to the server past the store has its place already.
  const placed = drafts.map(
    (draft, i) => ({ device: id, sequence: sequence + 1 + i, ...draft }) as Entry,
  );
  const following = followingFrom(
    append,
    placed,
    before.map((row) => row?.state ?? unseen),
  );
  const strayed = !following.every(follows);
  if (strayed && !settle) return null;
  const log = strayed ? [...(await store.getAll()).map((row) => row.entry), ...placed] : placed;
  const changes = following.map((one) => ({
    card: one.card,
    state: settle && !follows(one) ? settle({ ...one, log: about(one.card, log) }) : one.given,
  }));
  await Promise.all([
    ...placed.map((entry) => store.put({ ...stored(entry), unsent: 1 })),
    ...changes.map((change) => states.put(change)),
    meta.put({ id, sequence: sequence + drafts.length }, "device"),
  ]);
  return { entries: placed, changes };
}

function followingFrom(
  { changes, retention }: Append,
  placed: readonly Entry[],
  before: readonly CardState[],
): Following[] {
  return changes.map(({ card, state }, place) => ({
    card,
    given: state,
    before: before[place] ?? unseen,
    added: about(card, placed),
    retention,
  }));
}

/** A state counts what it is folded from, and logs only grow: equal counts are the same entries. */
function follows({ given, before, added }: Following): boolean {
  return given.folded === before.folded + added.length;
}

function about(card: string, entries: readonly Entry[]): StateEntry[] {
  return entries.filter(isStateEntry).filter((entry) => subjectOf(entry) === card);
}

/** With no network to bring it, the page's state stands until it is folded anew. */
async function loadSettle(): Promise<Settle> {
  try {
    return (await import("./settle-state")).settleState;
  } catch {
    return ({ given }) => given;
  }
}

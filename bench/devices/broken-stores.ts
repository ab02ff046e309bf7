import { appendToState, unseenState } from "#core/log/fold-card";
import { isMark, isStateEntry, markedState, subjectOf } from "#core/log/marks";
import type { Entry, Review, StateEntry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import { writeTogether } from "#db/batch";
import { putState, readStates } from "#db/card-states";
import { sync } from "#server/log/sync";
import type { Store } from "./played-server";

/**
 * Stores that do one thing wrong each, to prove that a play finds it. Every call makes a new one.
 */
export const brokenStores: Record<string, () => Store> = {
  "drops an entry": dropping,
  "stores an entry twice": doubling,
  "lets the last write win": () => lastWrite,
};

/** The entry that goes wrong, counted from the first that arrives. */
const unlucky = 60;

/** Says that it has stored an entry, and has not. */
function dropping(): Store {
  const dropped = pickOne();
  return async (database, asked) => {
    const id = dropped(asked.entries);
    const entries = asked.entries.filter((raw) => (raw as Review).id !== id);
    const answer = await sync(database, { ...asked, entries });
    if (!answer || entries.length === asked.entries.length) return answer;
    return { ...answer, results: [...answer.results, { id: id ?? "", status: "stored" }] };
  };
}

/** Stores an entry a second time, as one would that did not know it by its id. */
function doubling(): Store {
  const doubled = pickOne();
  return async (database, asked) => {
    const id = doubled(asked.entries);
    const again = asked.entries.filter((raw) => (raw as Review).id === id);
    const twins = again.map((raw) => ({ ...(raw as Review), id: `${id}-twin` }));
    return sync(database, { ...asked, entries: [...asked.entries, ...twins] });
  };
}

/** Takes what arrives last as what happened last. */
const lastWrite: Store = async (database, asked) => {
  const learner = asked.learner.id;
  const all = (asked.entries as Entry[]).filter(isStateEntry);
  const names = [...new Set(all.flatMap((entry) => subjectOf(entry) ?? []))];
  const known = await readStates(database, { learner, cards: names });
  const before = new Map(known.map(({ card, state }) => [card, state]));
  const answer = await sync(database, asked);
  if (!answer) return null;
  const stored = new Set(
    answer.results.filter(({ status }) => status === "stored").map(({ id }) => id),
  );
  const written = names.map((card) => {
    const added = all.filter((entry) => subjectOf(entry) === card && stored.has(entry.id));
    return { card, state: added.reduce(append, before.get(card) ?? unseenState) };
  });
  const version = answer.cursor;
  const changes = written.map((change) => putState(database, { learner, version, ...change }));
  await writeTogether(database, changes);
  const others = answer.states.filter(({ card }) => !names.includes(card));
  return { ...answer, states: [...others, ...written] };
};

function append(state: CardState, entry: StateEntry): CardState {
  if (isMark(entry)) return { ...markedState(state, entry), folded: state.folded + 1 };
  if (entry.type === "void") return { ...state, folded: state.folded + 1 };
  return appendToState(state, entry, 0.9).state;
}

/** Gives one entry's id, always the same, once that entry has come. */
function pickOne(): (entries: readonly unknown[]) => string | null {
  const met = new Set<string>();
  let picked: string | null = null;
  return (entries) => {
    for (const { id } of entries as Review[]) {
      met.add(id);
      if (met.size === unlucky) picked ??= id;
    }
    return picked;
  };
}

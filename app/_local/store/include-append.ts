import type { Entry, SettingEntry } from "#core/log/types";
import { readSetting } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import type { Note } from "./journal";

/** What an append changes of what the pages know of the learner. */
export type Known = {
  states: ReadonlyMap<string, CardState>;
  settings: Settings;
  recent: readonly Entry[];
};

/** What is known with an append that the store may not have taken yet. */
export function includeAppend(known: Known, { drafts, changes }: Note): Known {
  const entries = drafts as readonly Entry[];
  // It was in the store already when that was read.
  if (known.recent.some(({ id }) => id === entries[0]?.id)) return known;
  const states = new Map(known.states);
  for (const { card, state } of changes) states.set(card, state);
  const chosen = entries.filter(isSetting).map(({ key, value }) => readSetting(key, value));
  const settings =
    chosen.length > 0 ? Object.assign({}, known.settings, ...chosen) : known.settings;
  return { states, settings, recent: [...known.recent, ...entries] };
}

type States = Known["states"];

/**
 * The states that were known, where those that were read are the same: nothing is begun anew then.
 * Null where they differ.
 */
export function sameStates(read: States, known: States | undefined): States | null {
  if (!known || known.size !== read.size) return null;
  for (const [card, state] of read) {
    if (JSON.stringify(state) !== JSON.stringify(known.get(card))) return null;
  }
  return known;
}

/** Whether an entry is a choice of the learner's. */
export function isSetting(entry: Entry): entry is SettingEntry {
  return entry.type === "setting";
}

import type { Entry, SettingEntry } from "#core/log/types";
import { foldSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { type Owner, ownerKey, readOwner } from "./account";
import { noteDown, notedDown } from "./journal";
import { type LocalDatabase, openLocalDatabase } from "./local-database";
import {
  appendEntries,
  type Change,
  countUnsent,
  type DraftEntry,
  readSettings,
  readSince,
  readStates,
} from "./local-log";

/** Whether what this browser holds is on the server too. */
export type SyncState = "idle" | "sending" | "offline" | "signed-out" | "failing";

/** What the pages know of the learner, as of now. A new object for each change. */
export type Learner = {
  owner: Owner;
  states: ReadonlyMap<string, CardState>;
  settings: Settings;
  /** Entries of about the last day: enough to count what was done today. */
  recent: readonly Entry[];
  unsent: number;
  sync: SyncState;
  /** The browser's store could not be written: what was answered is only in this page. */
  storeFailed: boolean;
};

type Listener = () => void;

const recentDays = 2;
const dayMs = 86_400_000;

let learner: Learner | null = null;
let opening: Promise<Learner> | null = null;
let database: Promise<LocalDatabase> | null = null;
let writes: Promise<void> = Promise.resolve();
const listeners = new Set<Listener>();

export function subscribeLearner(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The learner once opened, null before. */
export function currentLearner(): Learner | null {
  return learner;
}

/** The learner as of now; the first call opens the store of whoever this browser belongs to. */
export async function openLearner(): Promise<Learner> {
  opening ??= load();
  const opened = await opening;
  return learner ?? opened;
}

/** The open store's database; for the modules beside this one. */
export function learnerDatabase(): Promise<LocalDatabase> {
  database ??= openLocalDatabase(ownerKey(readOwner()));
  return database;
}

/** Reads everything again: another tab, a sync or a sign-in changed what the store holds. */
export async function reloadLearner(): Promise<void> {
  for (;;) {
    const before = writes;
    await before;
    opening = load();
    await opening;
    // What was appended while the store was read is in it now, but was not when it was read.
    if (writes === before) return;
  }
}

/** Lets go of the open store, so that the next opening takes the present owner's. */
export async function closeLearner(): Promise<void> {
  await writes;
  const open = await database;
  open?.close();
  learner = null;
  opening = null;
  database = null;
}

/**
 * Appends entries with the states that follow: at once in memory, so that the page goes on, and in
 * the browser's store as soon as it can. The promise is for whoever must wait for the store.
 */
export function appendToLearner(drafts: readonly DraftEntry[], changes: readonly Change[]) {
  if (!learner) throw new Error("The learner's store was written before it was opened");
  const states = new Map(learner.states);
  for (const { card, state } of changes) states.set(card, state);
  const entries = drafts as readonly Entry[];
  const settings = entries.some((entry) => entry.type === "setting")
    ? { ...learner.settings, ...foldChanges(entries) }
    : learner.settings;
  const recent = [...learner.recent, ...entries];
  update({ states, settings, recent, unsent: learner.unsent + drafts.length });
  const strike = noteDown(ownerKey(learner.owner), { drafts, changes });
  writes = writes
    .then(async () => appendEntries(await learnerDatabase(), drafts, changes))
    .then(strike)
    .catch(() => update({ storeFailed: true }));
  return writes;
}

/** Resolves when all that was appended so far is in the browser's store. */
export function writesDone(): Promise<void> {
  return writes;
}

export function update(change: Partial<Learner>): void {
  if (!learner) return;
  learner = { ...learner, ...change };
  for (const listener of listeners) listener();
}

async function load(): Promise<Learner> {
  const owner = readOwner();
  const open = await learnerDatabase();
  for (const { note, strike } of notedDown(ownerKey(owner))) {
    await appendEntries(open, note.drafts, note.changes);
    strike();
  }
  const firstDay = Math.floor(Date.now() / dayMs) - recentDays;
  const [states, recent, settings, unsent] = await Promise.all([
    readStates(open),
    readSince(open, firstDay),
    readSettings(open),
    countUnsent(open),
  ]);
  const sync = learner?.sync ?? "idle";
  learner = {
    owner,
    states,
    recent,
    unsent,
    sync,
    settings: foldSettings(settings.filter(isSetting)),
    storeFailed: false,
  };
  for (const listener of listeners) listener();
  return learner;
}

function foldChanges(entries: readonly Entry[]): Partial<Settings> {
  const changes: Record<string, number | boolean> = {};
  for (const entry of entries) if (isSetting(entry)) changes[entry.key] = entry.value;
  return changes;
}

function isSetting(entry: Entry): entry is SettingEntry {
  return entry.type === "setting";
}

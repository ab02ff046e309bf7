import type { Entry, SettingEntry } from "#core/log/types";
import { foldSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { type Owner, ownerKey, readOwner } from "./account";
import { appendEntries } from "./append-entries";
import { askToPersist } from "./ask-to-persist";
import { noteDown } from "./journal";
import { type LocalDatabase, openLocalDatabase } from "./local-database";
import {
  type Change,
  countUnsent,
  type DraftEntry,
  readSettings,
  readSince,
  readStates,
} from "./local-log";
import { hearOtherTabs, tellOtherTabs } from "./other-tabs";
import { takeInNotes } from "./take-in-notes";

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
let hearing = false;
/** Another tab wrote while the store was being read again because of an earlier write. */
let heard: "nothing" | "reading" | "more" = "nothing";
const listeners = new Set<Listener>();

export function subscribeLearner(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The learner once opened, null before. */
export function currentLearner(): Learner | null {
  return learner;
}

/**
 * The learner as of now; the first call opens the store of whoever this browser belongs to. Rejects
 * in words where the browser's storage cannot be opened; the next call tries again.
 */
export async function openLearner(): Promise<Learner> {
  const opened = await (opening ?? open());
  return learner ?? opened;
}

/** The open store's database; for the modules beside this one. Rejects as `openLearner` does. */
export function learnerDatabase(): Promise<LocalDatabase> {
  if (database) return database;
  const asked = openLocalDatabase(ownerKey(readOwner()));
  database = asked;
  asked.catch(() => {
    if (database === asked) database = null;
  });
  return asked;
}

/** Reads everything again: another tab, a sync or a sign-in changed what the store holds. */
export async function reloadLearner(): Promise<void> {
  for (;;) {
    const before = writes;
    await before;
    await open();
    // What was appended while the store was read is in it now, but was not when it was read.
    if (writes === before) return;
  }
}

/** Lets go of the open store, so that the next opening takes the present owner's. */
export async function closeLearner(): Promise<void> {
  await writes;
  const opened = await database?.catch(() => null);
  opened?.close();
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
  const { owner } = learner;
  const append = { drafts, changes, retention: settings.desiredRetention };
  writes = writes
    .then(async () => settle(changes, await appendEntries(await learnerDatabase(), append)))
    .then(strike)
    .then(() => {
      tellOtherTabs(ownerKey(owner));
      if (drafts.some(({ type }) => type === "review")) askToPersist();
    })
    .catch(() => update({ storeFailed: true }));
  return writes;
}

/** The store knew of more entries than the page, and put other states than it was given. */
function settle(given: readonly Change[], put: readonly Change[]): void {
  const other = put.filter(({ state }, place) => state !== given[place]?.state);
  if (other.length === 0 || !learner) return;
  const states = new Map(learner.states);
  for (const { card, state } of other) states.set(card, state);
  update({ states });
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

/** Loads; an opening that failed is forgotten, so that the next one tries again. */
function open(): Promise<Learner> {
  const asked = load();
  opening = asked;
  asked.catch(() => {
    if (opening === asked) opening = null;
  });
  return asked;
}

async function load(): Promise<Learner> {
  const owner = readOwner();
  const store = await learnerDatabase();
  const kept = await takeInNotes(store, ownerKey(owner));
  const firstDay = Math.floor(Date.now() / dayMs) - recentDays;
  const [states, recent, settings, unsent] = await Promise.all([
    readStates(store),
    readSince(store, firstDay),
    readSettings(store),
    countUnsent(store),
  ]);
  const sync = learner?.sync ?? "idle";
  learner = {
    owner,
    states,
    recent,
    unsent,
    sync,
    settings: foldSettings(settings.filter(isSetting)),
    storeFailed: !kept,
  };
  hear();
  for (const listener of listeners) listener();
  return learner;
}

/** What another tab writes is on this page, too, as soon as it can be read. */
function hear(): void {
  if (hearing) return;
  hearing = true;
  hearOtherTabs((owner) => {
    if (!learner || ownerKey(learner.owner) !== owner) return;
    if (heard === "nothing") void readAgain();
    else heard = "more";
  });
}

async function readAgain(): Promise<void> {
  do {
    heard = "reading";
    // A store that was closed meanwhile is another learner's matter.
    await reloadLearner().catch(() => undefined);
  } while ((heard as string) === "more");
  heard = "nothing";
}

function foldChanges(entries: readonly Entry[]): Partial<Settings> {
  const changes: Record<string, number | boolean> = {};
  for (const entry of entries) if (isSetting(entry)) changes[entry.key] = entry.value;
  return changes;
}

function isSetting(entry: Entry): entry is SettingEntry {
  return entry.type === "setting";
}

import type { Entry } from "#core/log/types";
import { foldSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { askToPersist } from "./ask-to-persist";
import { countHeld, dropHeld, heldAppends, hold, holdNotes, writeHeld } from "./held-appends";
import { includeAppend, isSetting, type Known } from "./include-append";
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
import { type Owner, ownerKey, readOwner } from "./owner";
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
/** Between two tries to write into a store that has no room, milliseconds. */
const retry = 5_000;
const dayMs = 86_400_000;

let learner: Learner | null = null;
let opening: Promise<Learner> | null = null;
let database: Promise<LocalDatabase> | null = null;
let writes: Promise<void> = Promise.resolve();
let retrying: ReturnType<typeof setTimeout> | undefined;
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
  clearTimeout(retrying);
  dropHeld();
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
  const known = includeAppend(learner, { drafts, changes });
  update({ ...known, unsent: learner.unsent + drafts.length });
  hold(ownerKey(learner.owner), { drafts, changes }, learner.settings.desiredRetention);
  return writeNow();
}

/**
 * Writes what is held. What the store refuses stays held and is tried again from time to time, so
 * that it goes on by itself when there is room; meanwhile sync sends it past the store.
 */
export function writeNow(): Promise<void> {
  writes = writes.then(write);
  return writes;
}

async function write(): Promise<void> {
  clearTimeout(retrying);
  try {
    await writeHeld(await learnerDatabase(), (one, put) => {
      settle(one.changes, put);
      tellOtherTabs(one.owner);
      if (one.drafts.some(({ type }) => type === "review")) askToPersist();
    });
    showRoom(false);
  } catch {
    showRoom(true);
    writeLater();
  }
}

function writeLater(): void {
  clearTimeout(retrying);
  retrying = setTimeout(() => void writeNow(), retry);
}

/** Says whether the store takes what it is given; nothing is drawn anew where that is known. */
export function showRoom(storeFailed: boolean): void {
  if (learner && learner.storeFailed !== storeFailed) update({ storeFailed });
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
  const kept = await takeInAll(store, ownerKey(owner));
  const firstDay = Math.floor(Date.now() / dayMs) - recentDays;
  const [states, recent, entries, unsent] = await Promise.all([
    readStates(store),
    readSince(store, firstDay),
    readSettings(store),
    countUnsent(store),
  ]);
  const sync = learner?.sync ?? "idle";
  const settings = foldSettings(entries.filter(isSetting));
  if (!kept) {
    holdNotes(ownerKey(owner), settings.desiredRetention);
    writeLater();
  }
  let known: Known = { states, recent, settings };
  for (const one of heldAppends()) known = includeAppend(known, one);
  learner = { owner, ...known, unsent: unsent + countHeld(), sync, storeFailed: !kept };
  hear();
  for (const listener of listeners) listener();
  return learner;
}

/** False where the store refuses what this page holds, or what an earlier one noted down. */
async function takeInAll(store: LocalDatabase, owner: string): Promise<boolean> {
  try {
    await writeHeld(store, (one) => tellOtherTabs(one.owner));
  } catch {
    return false;
  }
  return takeInNotes(store, owner);
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

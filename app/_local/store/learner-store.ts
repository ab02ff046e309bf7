import { afterFrame } from "#local/browser/after-frame";
import { askToPersist } from "#local/browser/ask-to-persist";
import {
  closeConnection,
  connect,
  forgetCleared,
  isCleared,
  watchConnection,
  withStore,
} from "#local/browser/connection";
import type { LocalDatabase } from "#local/browser/local-database";
import { hearOtherTabs, tellOtherTabs } from "#local/browser/other-tabs";
import { storeError, troubleOf } from "#local/browser/store-trouble";
import type { Appended } from "./append-entries";
import {
  countHeld,
  dropHeld,
  type Held,
  heldAppends,
  hold,
  holdNotes,
  placeHeld,
  writeHeld,
} from "./held-appends";
import { includeAppend, type Known, sameStates } from "./include-append";
import {
  currentLearner,
  forgetLearner,
  isLearnerOf,
  type Learner,
  showLearner,
  showTrouble,
  update,
} from "./learner";
import type { Change, DraftEntry } from "./local-log";
import { onceMore } from "./once-more";
import { addToOutbox, emptyOutbox } from "./outbox";
import { noteKnown, type Owner, ownerKey, readOwner } from "./owner";
import { readLearner, readNone } from "./read-learner";
import { restoreCleared } from "./restore-cleared";

const done = () => undefined;

/** Between two tries to write into a store that takes nothing, milliseconds. */
const retry = 5_000;

let opening: Promise<Learner> | null = null;
/** Grows when the page lets go of a learner, so that what was asked for them is known. */
let turn = 0;
let writes: Promise<void> = Promise.resolve();
let retrying: ReturnType<typeof setTimeout> | undefined;
let watching = false;
/** A store that was closed meanwhile is another learner's matter. */
const readAgain = onceMore(() => reloadLearner().catch(() => undefined));

/**
 * The learner as of now; the first call opens the store of whoever this browser belongs to. Rejects
 * in words where the browser's storage cannot be opened; the next call tries again.
 */
export async function openLearner(): Promise<Learner> {
  // What is known stays known while the store is out of reach.
  const known = currentLearner();
  if (known) return known;
  const opened = await (opening ?? open());
  return currentLearner() ?? opened;
}

/**
 * The open store's database; for the modules beside this one. Rejects as `openLearner` does. The
 * browser may close it at any time: what has to be done is done by `withLearnerStore`.
 */
export function learnerDatabase(): Promise<LocalDatabase> {
  return connect(ownerKey(presentOwner()));
}

/** Runs on the store, and once more where the browser closed it meanwhile. */
export function withLearnerStore<Given>(
  run: (database: LocalDatabase) => Promise<Given>,
): Promise<Given> {
  return withStore(ownerKey(presentOwner()), run);
}

/** Another number once the page has let go of the learner that it is about now. */
export function learnerTurn(): number {
  return turn;
}

/** A page's learner stays who they are, whatever becomes of the browser's short storage. */
function presentOwner(): Owner {
  return currentLearner()?.owner ?? readOwner();
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
  await closeConnection();
  clearTimeout(retrying);
  dropHeld();
  emptyOutbox();
  turn += 1;
  forgetLearner();
  opening = null;
}

/**
 * Appends entries with the states that follow: at once in memory, so that the page goes on, and in
 * the browser's store as soon as it can. The promise is for whoever must wait for the store.
 */
export function appendToLearner(drafts: readonly DraftEntry[], changes: readonly Change[]) {
  const before = currentLearner();
  if (!before) throw new Error("The learner's store was written before it was opened");
  const known = includeAppend(before, { drafts, changes });
  update({ ...known, unsent: before.unsent + drafts.length });
  hold(ownerKey(before.owner), { drafts, changes }, known.settings.desiredRetention);
  return writeNow();
}

/**
 * Writes what is held. What the store refuses stays held and is tried again from time to time, so
 * that it goes on by itself when there is room; meanwhile sync sends it past the store. The next
 * card comes first: until it is on the screen what was answered stands in the journal.
 */
export function writeNow(): Promise<void> {
  writes = writes.then(afterFrame).then(write);
  return writes;
}

async function write(): Promise<void> {
  clearTimeout(retrying);
  let restored = false;
  try {
    await withLearnerStore(async (store) => {
      restored = (await restore(store)) || restored;
      await writeHeld(store, wrote);
    });
    if (restored) await open();
    showTrouble(null);
  } catch (error) {
    // What it did not even get to see has to be sent past it, too.
    placeHeld();
    showTrouble(troubleOf(error));
    writeLater();
  }
}

/** Whether the store was cleared under this page; what the page can put back of it is there then. */
async function restore(store: LocalDatabase): Promise<boolean> {
  const learner = currentLearner();
  if (!learner || !isCleared(ownerKey(learner.owner))) return false;
  await restoreCleared(store, learner);
  forgetCleared(ownerKey(learner.owner));
  update({ cleared: true });
  return true;
}

function writeLater(): void {
  clearTimeout(retrying);
  retrying = setTimeout(() => void writeNow(), retry);
}

function wrote(one: Held, { entries, changes }: Appended): void {
  const learner = currentLearner();
  if (learner?.owner.kind === "account") addToOutbox(entries);
  tellOtherTabs(one.owner);
  if (learner) noteKnown(learner.owner);
  if (one.drafts.some(({ type }) => type === "review")) askToPersist();
  // The store knew of more entries than the page, and put other states than it was given.
  const other = changes.filter(({ state }, place) => state !== one.changes[place]?.state);
  if (other.length === 0 || !learner) return;
  update({
    states: new Map([...learner.states, ...other.map(({ card, state }) => [card, state] as const)]),
  });
}

/** Has what is appended from now on written after something else that is to be written first. */
export function writeAfter(first: Promise<unknown>): void {
  writes = writes.then(() => first).then(done, done);
}

/** Resolves when all that was appended so far is in the browser's store. */
export function writesDone(): Promise<void> {
  return writes;
}

/** Loads; an opening that failed is forgotten, so that the next one tries again. */
function open(): Promise<Learner> {
  const asked = load().catch((error: unknown) => {
    throw storeError(error);
  });
  opening = asked;
  asked.catch(() => {
    if (opening === asked) opening = null;
  });
  return asked;
}

async function load(): Promise<Learner> {
  const owner = presentOwner();
  const key = ownerKey(owner);
  const none = currentLearner() ? null : await readNone(owner);
  // Should the store not come to be, that is said then.
  if (none) connect(key).catch((error: unknown) => isLearnerOf(key) && notOpened(error));
  const readStore = (store: LocalDatabase) => restore(store).then(() => readLearner(store, owner));
  const { trouble, unsent, ...read } = none ?? (await withStore(key, readStore));
  if (trouble) {
    holdNotes(key, read.settings.desiredRetention);
    writeLater();
  }
  const known = heldAppends().reduce<Known>(includeAppend, read);
  const before = currentLearner();
  const { sync = "idle", cleared = false } = before ?? {};
  const states = sameStates(known.states, before?.states) ?? known.states;
  const opened = { owner, ...known, states, unsent: unsent + countHeld(), sync, trouble, cleared };
  watch();
  showLearner(opened);
  return currentLearner() ?? opened;
}

/** Learns of what other tabs write, as soon as it can be read, and of a store that is closed. */
function watch(): void {
  if (watching) return;
  watching = true;
  hearOtherTabs((owner) => {
    if (isLearnerOf(owner)) readAgain();
  });
  watchConnection((owner) => {
    if (isLearnerOf(owner)) void openAgain();
  });
}

async function openAgain(): Promise<void> {
  await reloadLearner().catch(notOpened);
}

function notOpened(error: unknown): void {
  showTrouble(troubleOf(error));
  writeLater();
}

import { foldSettings } from "#core/scheduling/settings";
import { isBeingMade, isMadeHere } from "#local/browser/connection";
import type { LocalDatabase } from "#local/browser/local-database";
import { tellOtherTabs } from "#local/browser/other-tabs";
import { type StoreTrouble, troubleOf } from "#local/browser/store-trouble";
import { countHeld, writeHeld } from "./held-appends";
import { isSetting, type Known } from "./include-append";
import { notedDown } from "./journal";
import { currentLearner } from "./learner";
import {
  countUnsent,
  firstRecentDay,
  readCursor,
  readGap,
  readSettings,
  readSince,
  readStates,
  readUnsent,
} from "./local-log";
import { emptyOutbox, fillOutbox, outbox } from "./outbox";
import { type Owner, ownerKey } from "./owner";
import { takeInNotes } from "./take-in-notes";

/** Unsent entries that are held ready to be sent while a page ends. */
const most = 200;

/** What the store has of a learner, and why it took something not that it was to take in first. */
export type Read = Known & { unsent: number; trouble: StoreTrouble | null };

/** Takes in what this page or an earlier one could not write, and reads what the pages need. */
export async function readLearner(store: LocalDatabase, owner: Owner): Promise<Read> {
  const trouble = await takeInAll(store, ownerKey(owner));
  const [states, recent, entries, unsent] = await Promise.all([
    readStates(store),
    readSince(store, firstRecentDay()),
    readSettings(store),
    countUnsent(store),
    owner.kind === "account" ? readOutbox(store) : null,
  ]);
  return { states, recent, settings: foldSettings(entries.filter(isSetting)), unsent, trouble };
}

/**
 * What there is of a learner whose store is only being made; null where it is there, or where
 * something of them is noted down and has to be taken in first. On a device that never had anything
 * of a learner the first card waits for no store: to make one takes longer than all else.
 */
export async function readNone(owner: Owner): Promise<Read | null> {
  const key = ownerKey(owner);
  if (!(await isBeingMade(key)) || countHeld() > 0 || notedDown(key).length > 0) return null;
  emptyOutbox();
  return { states: new Map(), recent: [], settings: foldSettings([]), unsent: 0, trouble: null };
}

/**
 * Whether this page made the learner's store and knows of nothing that it has taken in since, so
 * that there is nothing to read in it.
 */
export function isNewHere(): boolean {
  const learner = currentLearner();
  if (!learner || learner.unsent > 0 || learner.states.size > 0) return false;
  return isMadeHere(ownerKey(learner.owner)) && outbox().known.since === 0;
}

/** Holds ready what is unsent in an account's store. */
async function readOutbox(store: LocalDatabase): Promise<void> {
  const [entries, since, gap] = await Promise.all([
    readUnsent(store, most),
    readCursor(store),
    readGap(store),
  ]);
  fillOutbox(entries, { since, gap });
}

async function takeInAll(store: LocalDatabase, owner: string): Promise<StoreTrouble | null> {
  try {
    await writeHeld(store, (one) => tellOtherTabs(one.owner));
  } catch (error) {
    return troubleOf(error);
  }
  return takeInNotes(store, owner);
}

import { foldSettings } from "#core/scheduling/settings";
import type { LocalDatabase } from "#local/browser/local-database";
import { tellOtherTabs } from "#local/browser/other-tabs";
import { type StoreTrouble, troubleOf } from "#local/browser/store-trouble";
import { writeHeld } from "./held-appends";
import { isSetting, type Known } from "./include-append";
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
import { fillOutbox } from "./outbox";
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

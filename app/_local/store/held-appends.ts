import type { EntryResult } from "#core/log/sync-types";
import type { Entry } from "#core/log/types";
import type { LocalDatabase } from "#local/browser/local-database";
import { type Appended, appendEntries } from "./append-entries";
import { type Note, noteDown, notedDown } from "./journal";
import { newId } from "./new-id";

/** An append that the browser's store has not taken, because it is on its way or has no room. */
export type Held = Note & {
  owner: string;
  retention: number;
  /** The store did not take it, or one before it: it has its place and is sent from here. */
  refused: boolean;
  /** The server has it, so that only the store still wants it. */
  known: boolean;
  strike: () => void;
};

let held: readonly Held[] = [];
/** What gives entries their places that go to the server past the store, which numbers its own. */
let beside = { device: "", sequence: 0 };
/** One writing at a time: what one of them gives a place another must not have handed on without. */
let turn: Promise<unknown> = Promise.resolve();

/** Holds an append until the store has it, noted down where the page's end does not lose it. */
export function hold(owner: string, note: Note, retention: number): void {
  const strike = noteDown(owner, note);
  held = [...held, { ...note, owner, retention, refused: false, known: false, strike }];
}

/** Holds what stayed noted down because the store refused it, unless it is held already. */
export function holdNotes(owner: string, retention: number): void {
  const ids = new Set(held.map(({ drafts }) => drafts[0]?.id));
  for (const { note, strike } of notedDown(owner)) {
    if (ids.has(note.drafts[0]?.id)) continue;
    const one = { ...note, owner, retention, refused: false, known: false, strike };
    held = [...held, refused(one)];
  }
}

/** What is held, the earliest first. */
export function heldAppends(): readonly Held[] {
  return held;
}

/** Lets go of everything: what was noted down is taken in when its owner's store is opened again. */
export function dropHeld(): void {
  held = [];
  beside = { device: "", sequence: 0 };
}

/**
 * Hands what is held to the store, the earliest first. Rejects with what the store refuses; that and
 * what follows stay held.
 */
export function writeHeld(
  database: LocalDatabase,
  wrote: (one: Held, appended: Appended) => void,
): Promise<void> {
  const written = turn.then(() => writeAll(database, wrote));
  turn = written.catch(() => undefined);
  return written;
}

async function writeAll(
  database: LocalDatabase,
  wrote: (one: Held, appended: Appended) => void,
): Promise<void> {
  for (let one = held[0]; one; one = held[0]) {
    const first = one.drafts[0]?.id;
    let appended: Appended;
    try {
      appended = await appendEntries(database, one);
    } catch (error) {
      held = held.map(refused);
      throw error;
    }
    one.strike();
    // It may have got another place meanwhile, but not another id.
    held = held.filter(({ drafts }) => drafts[0]?.id !== first);
    wrote(one, appended);
  }
}

/**
 * Gives entries that the store refuses their places and notes them down with those, so that whoever
 * sends them again, be it another page or the store once it has them, sends the same.
 */
function refused(one: Held): Held {
  if (one.refused) return one;
  if (one.drafts.every((draft) => "device" in draft)) return { ...one, refused: true };
  if (beside.device === "") beside = { device: newId(), sequence: 0 };
  const drafts = one.drafts.map((draft) => {
    beside = { ...beside, sequence: beside.sequence + 1 };
    return { ...beside, ...draft };
  });
  const strike = noteDown(one.owner, { drafts, changes: one.changes });
  return { ...one, drafts, refused: true, strike };
}

/**
 * Gives all that is held its place, because it has to be sent before the store can have taken it.
 * Should the store give another one a moment later, the server's answer to that names this one.
 */
export function placeHeld(): void {
  held = held.map(refused);
}

/**
 * Entries of an owner that the server has not got and the store has not taken: whole appends, as
 * many as have about `most` entries.
 */
export function unsentBeside(owner: string, most: number): Entry[] {
  const entries: Entry[] = [];
  for (const one of held) {
    if (entries.length >= most) break;
    if (one.owner === owner && one.refused && !one.known) entries.push(...(one.drafts as Entry[]));
  }
  return entries;
}

/** Remembers what the server has answered for. */
export function markKnown(results: readonly EntryResult[]): void {
  const ids = new Set(results.map(({ id }) => id));
  held = held.map((one) =>
    one.drafts.every(({ id }) => ids.has(id)) ? { ...one, known: true } : one,
  );
}

/** How many entries are in this page and neither in the store nor on the server. */
export function countHeld(): number {
  return held.reduce((sum, { known, drafts }) => sum + (known ? 0 : drafts.length), 0);
}

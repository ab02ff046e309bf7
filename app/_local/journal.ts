import type { Change, DraftEntry } from "./local-log";

/** An append on its way into the browser's store. */
export type Note = { drafts: readonly DraftEntry[]; changes: readonly Change[] };

/**
 * Writes an append down where it is kept at once. The browser's store takes some milliseconds, and a
 * page that is left or reloaded meanwhile takes an unfinished write with it. Gives what strikes the
 * note out, for when the store has it.
 */
export function noteDown(owner: string, note: Note): () => void {
  const key = `${prefixOf(owner)}${note.drafts[0]?.id}`;
  try {
    localStorage.setItem(key, JSON.stringify(note));
  } catch {
    // Full or forbidden: then the store alone has to do.
  }
  return () => localStorage.removeItem(key);
}

/** What was noted down and not struck out, the earliest first. */
export function notedDown(owner: string): { note: Note; strike: () => void }[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(owner)));
  return keys
    .flatMap((key) => {
      const note = readNote(localStorage.getItem(key));
      return note ? [{ note, strike: () => localStorage.removeItem(key) }] : [];
    })
    .sort((a, b) => atOf(a.note) - atOf(b.note));
}

/** Forgets the notes of an owner who leaves this browser. */
export function strikeAll(owner: string): void {
  for (const { strike } of notedDown(owner)) strike();
}

const prefixOf = (owner: string): string => `mooring.journal.${owner}.`;

const atOf = ({ drafts }: Note): number => drafts[0]?.at ?? 0;

/** Null where another tab has struck it out meanwhile. */
function readNote(text: string | null): Note | null {
  return text === null ? null : (JSON.parse(text) as Note);
}

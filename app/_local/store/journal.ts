import { readShort, removeShort, shortKeys, writeShort } from "#local/browser/short-storage";
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
  // Where that is full or forbidden, the store alone has to do.
  writeShort(key, JSON.stringify(note));
  return () => removeShort(key);
}

/** What was noted down and not struck out, the earliest first. What cannot be read is struck out. */
export function notedDown(owner: string): { note: Note; strike: () => void }[] {
  return shortKeys(prefixOf(owner))
    .flatMap((key) => {
      const strike = () => removeShort(key);
      const note = readNote(readShort(key));
      if (note === null) strike();
      return note ? [{ note, strike }] : [];
    })
    .sort((a, b) => atOf(a.note) - atOf(b.note));
}

/** Forgets the notes of an owner who leaves this browser. */
export function strikeAll(owner: string): void {
  for (const { strike } of notedDown(owner)) strike();
}

const prefixOf = (owner: string): string => `mooring.journal.${owner}.`;

const atOf = ({ drafts }: Note): number => drafts[0]?.at ?? 0;

/** Null for what is no note: half written, of another version, or struck out by another tab. */
export function readNote(text: string | null): Note | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

/** By what the store needs in order to keep it. */
function isNote(value: unknown): value is Note {
  if (!isRecord(value)) return false;
  const { drafts, changes } = value;
  if (!Array.isArray(drafts) || !Array.isArray(changes)) return false;
  return drafts.length > 0 && drafts.every(isDraft) && changes.every(isChange);
}

function isDraft(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, type, at } = value;
  return typeof id === "string" && typeof type === "string" && Number.isFinite(at);
}

function isChange(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { card, state } = value;
  return typeof card === "string" && isRecord(state) && Number.isFinite(state.folded);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

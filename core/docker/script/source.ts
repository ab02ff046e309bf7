import { columnsOf } from "#core/docker/repair/repair-text";

/**
 * A stretch of what was pasted, mended, with the column in which each of its signs was typed, and
 * at last the one where it ends; -1 for a sign that was typed nowhere.
 */
export type Source = { text: string; at: readonly number[] };

/** A text as it was typed. */
export const asTyped = (text: string): Source => ({ text, at: columnsOf(text) });

/** A text that nobody typed. */
export const made = (text: string): Source => ({
  text,
  at: Array.from({ length: text.length + 1 }, () => -1),
});

/** A part of a stretch. */
export const cut = ({ text, at }: Source, from: number, to = text.length): Source => ({
  text: text.slice(from, to),
  at: at.slice(from, to + 1),
});

/** Two stretches as one. */
export const joined = (first: Source, second: Source): Source => ({
  text: first.text + second.text,
  at: [...first.at.slice(0, -1), ...second.at],
});

const lead = /^(?:\s|\\\r?\n)+/;
const tail = /(?:\s|\\\r?\n|(?<=\s)\\$)+$/;

/** A stretch without the blanks around it, those of a line that goes on, too. */
export function trimmed(source: Source): Source {
  const from = lead.exec(source.text)?.[0].length ?? 0;
  const kept = cut(source, from);
  return cut(kept, 0, kept.text.replace(tail, "").length);
}

/**
 * What was pasted, with one of its commands as it was meant: only what differs is changed, at its
 * own place. Null where that place was not typed as one stretch.
 */
export function withMeant(pasted: string, { text, at }: Source, meant: string): string | null {
  let from = 0;
  while (from < Math.min(text.length, meant.length) && text[from] === meant[from]) from++;
  let kept = 0;
  const most = Math.min(text.length, meant.length) - from;
  while (kept < most && text.at(-1 - kept) === meant.at(-1 - kept)) kept++;
  let to = text.length - kept;
  // One sign may have been read as two: it is changed as a whole.
  while (from > 0 && at[from] === at[from - 1]) from--;
  while (to < text.length && to > from && at[to] === at[to - 1]) to++;
  const columns = at.slice(from, to);
  const start = at[from] ?? -1;
  const next = at[to] ?? -1;
  const last = at[to - 1] ?? -1;
  const end = next >= 0 ? next : last + 1;
  const begin = start >= 0 ? start : end;
  if (columns.includes(-1) || (start < 0 && last < 0)) return null;
  const read = meant.slice(from, meant.length - (text.length - to));
  return pasted.slice(0, begin) + read + pasted.slice(Math.max(begin, end));
}

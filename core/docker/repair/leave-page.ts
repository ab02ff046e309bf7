import { entityAt, terminalMark } from "#core/typing/signs";
import type { Mended } from "./scan";

/**
 * The text without what a terminal prints for itself and with each sign that a page's source writes
 * by name as itself; null where there is nothing of both. A name in quotes is taken as a sign only
 * where others stand outside: then the whole text comes from a page's source.
 */
export function leavePage(typed: string): Mended | null {
  const isSource = hasEntity(typed.replace(/'[^']*'|"[^"]*"/g, ""));
  const mended: Mended = { text: "", at: [], repairs: [] };
  for (let i = 0; i < typed.length; ) {
    const mark = terminalMark(typed, i);
    const named = isSource ? entityAt(typed, i) : null;
    const found = named?.found ?? typed.slice(i, i + Math.max(1, mark));
    const read = named?.sign ?? (mark > 0 ? "" : found);
    if (read !== found) mended.repairs.push({ start: i, end: i + found.length, found, read });
    mended.text += read;
    for (let k = 0; k < read.length; k++) mended.at.push(i);
    i += found.length;
  }
  mended.at.push(typed.length);
  return mended.repairs.length === 0 ? null : mended;
}

function hasEntity(text: string): boolean {
  for (let i = text.indexOf("&"); i >= 0; i = text.indexOf("&", i + 1)) {
    if (entityAt(text, i) !== null) return true;
  }
  return false;
}

/** What was mended in a text that was mended before, with the columns of the first. */
export function mendedTwice(first: Mended, second: Mended): Mended {
  const column = (i: number) => first.at[i] ?? first.at.at(-1) ?? 0;
  const moved = second.repairs.map((repair) => ({
    ...repair,
    start: column(repair.start),
    end: column(repair.end),
  }));
  return {
    text: second.text,
    at: second.at.map(column),
    repairs: [...first.repairs, ...moved].sort((a, b) => a.start - b.start),
  };
}

import { promptsBefore } from "./prompts";
import type { Repair } from "./repair";
import {
  dashLength,
  entityAt,
  isInvisible,
  plainBlank,
  plainQuote,
  plainSign,
  terminalMark,
} from "./signs";

/** A typed answer as it may be read, and what was mended for that. */
export type Reading = { text: string; repairs: Repair[] };

/** Stands for one hyphen or two until an accepted answer tells; no keyboard types it. */
const either = "\uE010";

/**
 * Every way to read a typed answer once what keyboards and pages add is taken back, the likeliest
 * first. There are several only where a dash before an option may be one hyphen or two.
 */
export function readingsOf(typed: string): Reading[] {
  if (isPlainTyping(typed)) return [{ text: typed, repairs: [] }];
  const mended = mend(typed);
  const open = mended.repairs.filter(({ read }) => read === either).length;
  if (open === 0) return [mended];
  // With more of them, all are read alike.
  const ways = open > 3 ? [0, -1] : Array.from({ length: 2 ** open }, (_, way) => way);
  return [resolve(mended, null), ...ways.map((way) => resolve(mended, way))];
}

/**
 * Whether nothing is to be mended, as in most of what is typed and nearly all that it is compared with:
 * signs of a keyboard alone, none of which a page or a terminal put there, and no prompt.
 */
export function isPlainTyping(typed: string): boolean {
  return /^[ -%'-~]*$/.test(typed) && !typed.includes("^[") && promptsBefore(typed) === 0;
}

/** Takes each open dash as one hyphen or two by the bits of `way`, or by its looks. */
function resolve({ text, repairs }: Reading, way: number | null): Reading {
  let seen = 0;
  const reads: string[] = [];
  const read = text.replace(/\uE010(?=([\p{L}\d-]*))/gu, (_, word: string) => {
    const two = way === null ? word.length > 3 || word === "rm" : ((way >> seen) & 1) === 1;
    seen++;
    reads.push(two ? "--" : "-");
    return two ? "--" : "-";
  });
  let k = 0;
  const told = repairs.map((one) =>
    one.read === either ? { ...one, read: reads[k++] ?? "-" } : one,
  );
  return { text: read, repairs: told };
}

function mend(typed: string): Reading {
  const reading: Reading = { text: "", repairs: [] };
  const prompt = promptLength(typed);
  let i = prompt;
  if (prompt > 0) reading.repairs.push({ start: 0, end: i, found: typed.slice(0, i), read: "" });
  while (i < typed.length) {
    const found = nextPiece(typed, i);
    const after = [...typed.slice(i + found.length, i + found.length + 8)];
    const seen = isInvisible(found) ? after : after.filter((sign) => !isInvisible(sign));
    const read = readPiece(found, reading.text, seen.join(""));
    if (read !== found) tell(reading, { start: i, end: i + found.length, found, read });
    reading.text += read;
    i += found.length;
  }
  return reading;
}

/** A prompt may come with its colours. */
function promptLength(typed: string): number {
  let plain = "";
  const at: number[] = [];
  for (let i = 0; i < typed.length; i += Math.max(1, terminalMark(typed, i))) {
    if (terminalMark(typed, i) > 0) continue;
    plain += typed.charAt(i);
    at.push(i);
  }
  const length = promptsBefore(plain);
  return length === 0 ? 0 : (at[length] ?? typed.length);
}

/** Repairs of letters that stand side by side are one. */
function tell({ repairs }: Reading, repair: Repair): void {
  const last = repairs.at(-1);
  const isWord = (read: string) => /^[!-~]+$/.test(read);
  if (last?.end !== repair.start || !isWord(last.read) || !isWord(repair.read))
    repairs.push(repair);
  else
    Object.assign(last, {
      end: repair.end,
      found: last.found + repair.found,
      read: last.read + repair.read,
    });
}

/** One sign, by its name in a page's source or not, or a run of dashes, or what a terminal put in. */
function nextPiece(typed: string, i: number): string {
  const length = entityAt(typed, i)?.found.length ?? terminalMark(typed, i);
  if (length > 0) return typed.slice(i, i + length);
  const sign = String.fromCodePoint(typed.codePointAt(i) ?? 0);
  if (sign !== "-" && dashLength(sign) === null) return sign;
  let to = i;
  while (typed.charAt(to) === "-" || dashLength(typed.charAt(to)) !== null) to++;
  return typed.slice(i, to);
}

function readPiece(found: string, before: string, after: string): string {
  if (terminalMark(found, 0) > 0) return "";
  const named = entityAt(found, 0);
  if (named !== null) return readPiece(named.sign, before, after);
  const first = found.charAt(0);
  if (first === "-" || dashLength(first) !== null) return readDashes(found, before, after);
  if (isInvisible(found)) return between(before, after) ? found : "";
  return plainBlank(found) ?? plainQuote(found) ?? plainSign(found) ?? found;
}

/** Whether it stands between two signs of another script, where it may mean something. */
const between = (before: string, after: string) =>
  before.slice(-1) > "\u00FF" && after.charAt(0) > "\u00FF";

function readDashes(found: string, before: string, after: string): string {
  if (/^-+$/.test(found)) return found;
  const startsOption = /(?:^|[\s"'(\u0060])$/.test(before) && /^\p{L}/u.test(after);
  if (!startsOption) return "-".repeat(found.length);
  if (found.length > 1) return "--";
  return /^.[\p{L}\d-]/u.test(after) ? either : "-";
}

import "server-only";
import { parseJson } from "./read-body";
import { Unread } from "./unread";

/**
 * A long body is not parsed at once: that takes up to a third of a second for a megabyte, in which
 * nobody else is served. The one long array in it is taken apart by its brackets, commas and quotes
 * alone, and each of its items is parsed by itself, when its turn comes.
 */
export type Split = { name: string; most: number };

/** What may stand around the array, characters. */
const longestRest = 16_384;

/**
 * The value of a JSON object, with the items of the array under a name unread; undefined where that
 * is no JSON object or much else stands in it. One item more than the most that are allowed stands
 * for all that are too many. What is wrong within an item is found when it is read.
 */
export function splitArray(text: string, { name, most }: Split): unknown {
  const found = findArray(text, { name, most });
  if (!found) return text.length <= longestRest ? parseJson(text) : undefined;
  const { start, end, items } = found;
  if (start + text.length - end > longestRest) return undefined;
  const rest = parseJson(`${text.slice(0, start)}[]${text.slice(end)}`);
  if (typeof rest !== "object" || rest === null || Array.isArray(rest)) return undefined;
  return { ...rest, [name]: items };
}

type Found = { start: number; end: number; items: Unread[] };

/** The first array under this name in the outermost object. */
function findArray(text: string, split: Split): Found | null {
  const isName = nameIs(split.name);
  let depth = 0;
  let last = { from: 0, to: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      if (depth === 1) last = { from: at, to: end + 1 };
      at = end;
    } else if (sign === "{" || sign === "[") {
      if (sign === "[" && depth === 1 && isKey(text, last.to, at)) {
        if (isName(text, last)) return readItems(text, at, split);
      }
      depth += 1;
    } else if (sign === "}" || sign === "]") depth -= 1;
  }
  return null;
}

/** Whether nothing but a colon stands between a string and a value: then it is the value's name. */
function isKey(text: string, from: number, to: number): boolean {
  return to - from < 100 && text.slice(from, to).trim() === ":";
}

/** Whether a string of a text is this name. One that is too long for it is not looked at. */
function nameIs(name: string): (text: string, at: { from: number; to: number }) => boolean {
  const plain = JSON.stringify(name);
  const longest = plain.length * "\\u0000".length;
  return (text, { from, to }) => {
    if (to - from > longest) return false;
    const found = text.slice(from, to);
    return found === plain || (found.includes("\\") && parseJson(found) === name);
  };
}

function readItems(text: string, start: number, { most }: Split): Found {
  const items: Unread[] = [];
  let depth = 0;
  let from = start + 1;
  const take = (to: number) => {
    const item = text.slice(from, to);
    // The last of none is no item.
    if (items.length > 0 || item.trim() !== "" || text[to] === ",") items.push(new Unread(item));
    from = to + 1;
  };
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at);
    else if (sign === "{" || sign === "[") depth += 1;
    else if (depth > 0 && (sign === "}" || sign === "]")) depth -= 1;
    else if (depth === 0 && sign === ",") {
      take(at);
      if (items.length > most) return { start, end: text.length, items };
    } else if (depth === 0 && sign === "]") {
      take(at);
      return { start, end: at + 1, items };
    }
  }
  return { start, end: text.length, items };
}

/** Where the string that begins here ends; a quote after an odd number of backslashes is in it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}

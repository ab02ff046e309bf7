import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The licence of the list stands above this line, one password on each line below it. */
const fence = "\n---\n";
/** Longer ones that repeat or count up are not among the commonest. */
const longestRun = 12;
const rows = ["01234567890", "abcdefghijklmnopqrstuvwxyz"];
const keyRows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "1234567890"];
const runs = [...rows, ...keyRows].flatMap((row) => [row, [...row].reverse().join("")]);

let known: ReadonlySet<string> | null = null;

/**
 * Whether a password is among the 10,000 commonest of all, or among some 18,000 of eight characters
 * or more, which those are part of. Upper and lower case count as one.
 */
export function isCommonPassword(password: string): boolean {
  const folded = password.normalize("NFKC").toLowerCase();
  return commonPasswords().has(folded) || (folded.length <= longestRun && isRun(folded));
}

/** The list, read at the first call. The server runs in the build's folder. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= readList(path.join(process.cwd(), "server/account/common-passwords.txt"));
  return known;
}

function readList(file: string): ReadonlySet<string> {
  const [, list] = readFileSync(file, "utf8").split(fence);
  if (!list) throw new Error(`${file} is not the list of common passwords.`);
  return new Set(list.trimEnd().split("\n"));
}

/** One piece again and again (`abcabcab`), or a piece of a row of letters, digits or keys. */
function isRun(folded: string): boolean {
  if (runs.some((run) => run.includes(folded))) return true;
  for (let length = 1; length <= folded.length / 2; length += 1) {
    if (folded.slice(length) === folded.slice(0, -length)) return true;
  }
  return false;
}

import { dashLength, isInvisible, plainBlank, plainSign } from "#core/typing/signs";
import { flagsInSight, type Sight } from "./flags-in-sight";
import { emit, type Scan } from "./scan";

/** More dashes in a row are none that anybody types before an option. */
const longestRun = 6;

/**
 * So many runs of odd dashes in a text are mended. For each the words before it are read, so there is
 * an end to how many; no command that anybody pastes has more.
 */
const mostOdd = 64;

/** A run of dashes: an option's, one in a name, the minus of a number, or a dash that is meant. */
export function mendDashes(scan: Scan): void {
  const signs: string[] = [];
  let to = scan.i;
  while (to < scan.end && signs.length < longestRun) {
    const sign = scan.typed.charAt(to);
    if (sign === "-" || dashLength(sign) !== null) signs.push(sign);
    else if (!isInvisible(sign)) break;
    to++;
  }
  const found = scan.typed.slice(scan.i, to);
  const odd = signs.some((sign) => sign !== "-");
  const after = scan.typed.slice(to, Math.min(scan.end, to + 60));
  if (odd) scan.oddDashes += 1;
  emit(
    scan,
    found,
    (odd && scan.oddDashes <= mostOdd ? meant(scan, signs, after) : null) ?? signs.join(""),
  );
}

/** The hyphens that were meant; null for a dash that is one. */
function meant(scan: Scan, signs: readonly string[], after: string): string | null {
  const next = after.charAt(0);
  const follows = plainSign(next) ?? next;
  const hyphens = "-".repeat(signs.length);
  if (scan.word === "") return meantAtStart(scan, signs, after);
  if (/[=:,(]$/.test(scan.word)) return /\d/.test(follows) ? hyphens : null;
  if (!/[A-Za-z0-9]/.test(follows) || flagsInSight(scan.words).printed) return null;
  // The value of a variable or a label may hold a dash that is meant.
  const isValue = scan.word.includes("=") && !scan.word.startsWith("-");
  return isValue && signs.some((sign) => /[\u2014\u2015\u2E3A\u2E3B]/.test(sign)) ? null : hyphens;
}

function meantAtStart(scan: Scan, signs: readonly string[], after: string): string | null {
  const hyphens = "-".repeat(signs.length);
  const sight = flagsInSight(scan.words);
  const word = plainWord(after);
  if (sight.printed) return null;
  if (/^[A-Za-z]/.test(word)) return hyphensFor(signs, word, sight);
  if (/^\d/.test(word)) return hyphens;
  // Alone it is standard input, but for a program that may print it.
  const next = after.charAt(0);
  const isAlone = next === "" || /\s/.test(next) || plainBlank(next) !== null;
  return isAlone && sight.flags !== null && !sight.inContainer ? hyphens : null;
}

/** The word that follows, in plain letters. */
function plainWord(after: string): string {
  const [word = ""] = /^[^\s'"]*/.exec(after) ?? [];
  return [...word]
    .filter((sign) => !isInvisible(sign))
    .map((sign) => (dashLength(sign) === null ? (plainSign(sign) ?? sign) : "-"))
    .join("");
}

/** Letters that may be a row of short options; a longer row is a name. */
const longestRow = 4;

/** One dash may be one hyphen or two: the options that may stand there tell which. */
function hyphensFor(signs: readonly string[], word: string, sight: Sight): string {
  if (signs.length > 1) return "--";
  const isLong = dashLength(signs[0] ?? "") === "long";
  const [name = ""] = /^[A-Za-z][\w-]*/.exec(word) ?? [];
  if (name.length === 1) return "-";
  if (sight.inContainer || sight.flags === null) return isLong && name.length > 3 ? "--" : "-";
  const known = sight.flags.long.has(name) || name === "help" || name === "version";
  const isRow = isRowOf(word, sight.flags.short);
  if (isLong) return isRow && !known ? "-" : "--";
  return known && !isRow ? "--" : "-";
}

/** Whether letters are short options: switches, and at the end one that takes the rest as its value. */
function isRowOf(word: string, short: NonNullable<Sight["flags"]>["short"]): boolean {
  for (const [i, letter] of [...word].entries()) {
    const flag = short.get(letter);
    if (flag === undefined) return false;
    if (flag.type !== "bool") return i < longestRow && !/^[a-z]{4,}/.test(word.slice(i + 1));
  }
  return word.length <= longestRow;
}

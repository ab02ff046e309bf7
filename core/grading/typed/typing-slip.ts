/** Prefixes short enough to pass as a slip though they turn the meaning round. */
const turningPrefixes = new Set(["a", "de", "il", "im", "in", "ir", "re", "un"]);

/**
 * How many typing slips lie between two normalised answers, or null when that is more than is
 * forgiven: one in a word of five letters or more, two in ten or more; none in an address or where
 * a prefix makes it the contrary, and never a digit. A hyphen for a space (or a space for a hyphen)
 * is one.
 */
export function typingSlips(given: string, meant: string): number | null {
  const givenWords = words(given);
  const meantWords = words(meant);
  if (givenWords.length !== meantWords.length) return null;
  let slips = 0;
  for (const [index, word] of meantWords.entries()) {
    const one = slipsInWord(givenWords[index] ?? "", word);
    if (one === null) return null;
    slips += one;
  }
  return slips === 0 && given !== meant ? 1 : slips;
}

/** Only a hyphen inside a word parts it: the one of `-d` belongs to it. */
const words = (text: string): string[] => text.split(/ |(?<=\p{L})-(?=\p{L})/u);

const digitsOf = (word: string): string => word.replace(/\D/g, "");

function slipsInWord(given: string, meant: string): number | null {
  if (given === meant) return 0;
  const letters = meant.match(/\p{L}/gu)?.length ?? 0;
  const forgiven = letters >= 10 ? 2 : letters >= 5 ? 1 : 0;
  if (forgiven === 0 || digitsOf(given) !== digitsOf(meant) || isTurned(given, meant)) return null;
  // In an address or a file's name each sign counts; beside a digit a short word is a code.
  if (/\w\.\w/.test(meant) || (letters < 10 && /\d/.test(meant))) return null;
  if (Math.abs(given.length - meant.length) > forgiven) return null;
  const slips = distance(given, meant);
  return slips <= forgiven ? slips : null;
}

/** `service_unhealthy` is turned in one of its parts. */
const areTurned = (some: string[], others: string[]): boolean =>
  some.some((part, k) => part !== others[k] && isTurned(part, others[k] ?? ""));

function isTurned(given: string, meant: string): boolean {
  const [short, long] = given.length < meant.length ? [given, meant] : [meant, given];
  if (short.includes("_")) return areTurned(short.split("_"), long.split("_"));
  return long.endsWith(short) && turningPrefixes.has(long.slice(0, long.length - short.length));
}

/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed, or
 * two neighbours swapped.
 */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      next[column] = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = next;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number): number =>
  row[column] ?? Number.POSITIVE_INFINITY;

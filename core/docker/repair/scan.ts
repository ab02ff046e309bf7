import type { Repair } from "#core/typing/repair";

/** The text that will be read, with the column each of its characters was typed in. */
export type Mended = { text: string; at: number[]; repairs: Repair[] };

/** The quotes that are open. */
export type Quote = {
  sign: '"' | "'";
  /** Whether it ends at a curly quote, too. */
  soft: boolean;
  /** Whether its text is in another script, and kept as it is. */
  own: boolean;
};

/** One walk over a typed text. */
export type Scan = {
  typed: string;
  i: number;
  /** Where reading ends; what is left out after it. */
  end: number;
  after: Repair | null;
  out: string[];
  at: number[];
  repairs: Repair[];
  quote: Quote | null;
  /** Straight quotes whose number is odd: one of their pair was made curly. */
  soft: { '"': boolean; "'": boolean };
  lineStart: boolean;
  /** Where the backtick stands that ends a line in backticks; -1 for none. */
  tick: number;
  rootPrompt: boolean;
  /** Whether a prompt was left out. */
  prompted: boolean;
  /** The runs of odd dashes so far. */
  oddDashes: number;
  /** The words of the command so far, and the one that is being read, mended. */
  words: string[];
  word: string;
};

export function newScan(typed: string, rootPrompt: boolean): Scan {
  const odd = (quote: string) => typed.split(quote).length % 2 === 0;
  return {
    typed,
    i: 0,
    end: typed.length,
    after: null,
    out: [],
    at: [],
    repairs: [],
    quote: null,
    soft: { '"': odd('"'), "'": odd("'") },
    lineStart: true,
    tick: -1,
    rootPrompt,
    prompted: false,
    oddDashes: 0,
    words: [],
    word: "",
  };
}

/** The sign that is to be read, whole where it takes two units. */
export const signAt = ({ typed, i }: Scan): string =>
  String.fromCodePoint(typed.codePointAt(i) ?? 0);

/** Takes what was found for what is read, and goes on behind it. */
export function emit(scan: Scan, found: string, read = found): void {
  const { i, out, at } = scan;
  if (read !== found) tell(scan, { start: i, end: i + found.length, found, read });
  for (let k = 0; k < read.length; k++) {
    out.push(read.charAt(k));
    at.push(read === found ? i + k : i);
  }
  scan.i += found.length;
  follow(scan, read);
}

/** Leaves signs out. */
export function skip(scan: Scan, length: number): void {
  const start = scan.i;
  scan.i += length;
  tell(scan, { start, end: scan.i, found: scan.typed.slice(start, scan.i), read: "" });
}

/** Repairs of letters that stand side by side are one. */
function tell({ repairs }: Scan, repair: Repair): void {
  const last = repairs.at(-1);
  const joins =
    last !== undefined && last.end === repair.start && isLetters(last) && isLetters(repair);
  if (!joins || last === undefined) repairs.push(repair);
  else {
    last.found += repair.found;
    last.read += repair.read;
    last.end = repair.end;
  }
}

const isLetters = ({ read }: Repair) => /^[^\s'"-]+$/.test(read);

/** Keeps the words of the command up to date; in quotes a blank is part of a word. */
function follow(scan: Scan, read: string): void {
  if (scan.quote === null && /^[;|&\n]/.test(read)) {
    scan.words = [];
    scan.word = "";
  } else if (scan.quote === null && /^\\?\s/.test(read)) {
    if (scan.word !== "") scan.words.push(scan.word);
    scan.word = "";
  } else if (read !== '"' && read !== "'") scan.word += read;
}

/** What came of the walk. */
export function finish(scan: Scan): Mended {
  if (scan.after !== null) scan.repairs.push(scan.after);
  scan.at.push(scan.typed.length);
  return { text: scan.out.join(""), at: scan.at, repairs: scan.repairs };
}

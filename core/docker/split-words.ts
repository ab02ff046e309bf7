import { arrangeWords, type Split, type Token, type Trouble } from "./arrange-words";
import { substitutionEnd } from "./substitutions";
import type { Span, World } from "./types";

type Reader = {
  text: string;
  at: readonly number[];
  world: World;
  i: number;
  tokens: Token[];
  /** The word that is being read, and the column of each of its characters. */
  word: string;
  columns: number[];
  open: boolean;
  quoted: boolean;
  start: number;
  trouble: Trouble | null;
};

const blank = " \t\n\r";
const operators = "<>|;&()";
const escapable = '$`"\\\n';

/** Splits one line as a POSIX shell would, without ever running anything. */
export function splitWords(text: string, at: readonly number[], world: World): Split {
  const reader: Reader = {
    text,
    at,
    world,
    i: 0,
    tokens: [],
    word: "",
    columns: [],
    open: false,
    quoted: false,
    start: 0,
    trouble: null,
  };
  while (reader.i < text.length && reader.trouble?.kind !== "refused") step(reader);
  close(reader);
  return reader.trouble ?? arrangeWords(reader.tokens, lastColumn(at));
}

const lastColumn = (at: readonly number[]) => at[at.length - 1] ?? 0;
const column = (reader: Reader, i: number) => reader.at[i] ?? lastColumn(reader.at);
const spanOf = (reader: Reader, from: number, to: number): Span => ({
  start: column(reader, from),
  // A sign of two units was read as one.
  end:
    to <= 0
      ? 0
      : Math.max(
          Math.min(column(reader, to), column(reader, to - 1) + 2),
          column(reader, to - 1) + 1,
          column(reader, from),
        ),
});

function fail(reader: Reader, kind: Trouble["kind"], why: string, from: number): void {
  reader.trouble ??= { kind, why, span: spanOf(reader, from, Math.max(reader.i, from + 1)) };
}

/** An open quote says more than anything found before it; nothing after it can be read. */
function unterminated(reader: Reader, kind: string, from: number): void {
  reader.i = reader.text.length;
  const span = spanOf(reader, from, reader.i);
  reader.trouble = { kind: "refused", why: `unterminated ${kind} quote`, span };
}

function begin(reader: Reader): void {
  if (reader.open) return;
  reader.open = true;
  reader.start = reader.i;
}

/** Adds letters that all stem from one column. */
function add(reader: Reader, letters: string, i: number): void {
  begin(reader);
  reader.word += letters;
  for (let k = 0; k < letters.length; k++) reader.columns.push(column(reader, i));
}

/** Adds what stands from here up to `end`, as it is. */
function addRun(reader: Reader, end: number): void {
  begin(reader);
  reader.word += reader.text.slice(reader.i, end);
  for (; reader.i < end; reader.i++) reader.columns.push(column(reader, reader.i));
}

function close(reader: Reader): void {
  if (!reader.open) return;
  const { start, end } = spanOf(reader, reader.start, reader.i);
  const { word: text, columns: at, quoted } = reader;
  reader.tokens.push({ kind: "word", word: { text, at, quoted, start, end } });
  forget(reader);
}

function forget(reader: Reader): void {
  reader.word = "";
  reader.columns = [];
  reader.open = false;
  reader.quoted = false;
}

/** What means just itself, wherever in a word it stands. */
const plain = /[^\s\\'"$`<>|;&()~#]+/y;

function step(reader: Reader): void {
  plain.lastIndex = reader.i;
  if (plain.test(reader.text)) {
    addRun(reader, plain.lastIndex);
    return;
  }
  const sign = reader.text.charAt(reader.i);
  if (sign === "\\") backslash(reader);
  else if (sign === "'") singleQuoted(reader);
  else if (sign === '"') doubleQuoted(reader);
  else if (sign === "$" || sign === "`") substitute(reader, false);
  else if (sign === "\n") {
    close(reader);
    reader.tokens.push({ kind: "operator", sign, span: spanOf(reader, reader.i, ++reader.i) });
  } else if (blank.includes(sign)) {
    close(reader);
    reader.i++;
  } else if (sign === "#" && !reader.open) skipComment(reader);
  else if (sign === "~" && !reader.open && endsTilde(reader.text.charAt(reader.i + 1))) {
    add(reader, reader.world.variables.HOME ?? "~", reader.i);
    reader.i++;
  } else if (operators.includes(sign)) operator(reader, sign);
  else addRun(reader, reader.i + 1);
}

const endsTilde = (next: string) => next === "" || next === "/" || blank.includes(next);

function skipComment(reader: Reader): void {
  const end = reader.text.indexOf("\n", reader.i);
  reader.i = end < 0 ? reader.text.length : end;
}

function backslash(reader: Reader): void {
  const rest = reader.text.slice(reader.i + 1, reader.i + 3);
  if (rest.startsWith("\n")) reader.i += 2;
  else if (rest === "\r\n") reader.i += 3;
  else if (rest === "") reader.i++;
  else {
    add(reader, rest.charAt(0), reader.i + 1);
    reader.start = Math.min(reader.start, reader.i);
    reader.quoted = true;
    reader.i += 2;
  }
}

function singleQuoted(reader: Reader): void {
  begin(reader);
  reader.quoted = true;
  const end = reader.text.indexOf("'", reader.i + 1);
  if (end < 0) {
    unterminated(reader, "single", reader.i);
    return;
  }
  reader.i++;
  addRun(reader, end);
  reader.i++;
}

const plainInQuotes = /[^"\\$`]+/y;

function doubleQuoted(reader: Reader): void {
  begin(reader);
  reader.quoted = true;
  const from = reader.i++;
  while (reader.i < reader.text.length) {
    plainInQuotes.lastIndex = reader.i;
    if (plainInQuotes.test(reader.text)) addRun(reader, plainInQuotes.lastIndex);
    const sign = reader.text.charAt(reader.i);
    if (sign === '"') {
      reader.i++;
      return;
    }
    const next = reader.text.charAt(reader.i + 1);
    if (sign === "\\" && next !== "" && escapable.includes(next)) {
      if (next !== "\n") add(reader, next, reader.i + 1);
      reader.i += 2;
    } else if (sign === "$" || sign === "`") substitute(reader, true);
    else if (sign !== "") addRun(reader, reader.i + 1);
  }
  unterminated(reader, "double", from);
}

const variable = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;
const workingFolder = /\$\(\s*pwd\s*\)|`\s*pwd\s*`/y;

/** `$NAME`, `${NAME}` and `$(pwd)`; any other substitution would have to be run to be known. */
function substitute(reader: Reader, inQuotes: boolean): void {
  const from = reader.i;
  workingFolder.lastIndex = from;
  const pwd = workingFolder.exec(reader.text);
  variable.lastIndex = from;
  const named = pwd ? null : variable.exec(reader.text);
  const name = pwd ? "PWD" : (named?.[1] ?? named?.[2]);
  const isKnown = name !== undefined && known(reader.world.variables, name) !== undefined;
  if (reader.world.opaque && !isKnown) {
    const end = Math.max(from + 1, substitutionEnd(reader.text, from));
    const raw = reader.text.slice(from, end);
    begin(reader);
    reader.i = end;
    // A dollar sign before anything else is just itself.
    add(reader, raw === "$" ? raw : reader.world.opaque(raw, spanOf(reader, from, end)), from);
    return;
  }
  if (name === undefined) {
    strayDollar(reader, from);
    return;
  }
  const value = known(reader.world.variables, name);
  reader.i += (pwd ?? named)?.[0].length ?? 1;
  if (value === undefined && !reader.world.closed) {
    fail(reader, "unmodelled", `the value of $${name} is not known here`, from);
    return;
  }
  const wasOpen = reader.open;
  if (value !== undefined && value !== "") add(reader, value, from);
  if (!wasOpen && reader.open && !inQuotes) reader.start = from;
}

const known = (record: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function strayDollar(reader: Reader, from: number): void {
  const next = reader.text.charAt(from + 1);
  const special = reader.text.charAt(from) === "`" || /[({0-9?!@*#$-]/.test(next);
  reader.i++;
  if (special) fail(reader, "unmodelled", "a shell substitution would have to be run", from);
  else add(reader, "$", from);
}

function operator(reader: Reader, sign: string): void {
  const { word } = reader;
  // `1>` names what is written, `0<` what is read anyway.
  const digits = sign === "<" ? /^0$/ : /^\d$/;
  const numbered = /[<>]/.test(sign) && reader.open && !reader.quoted && digits.test(word);
  const from = numbered ? reader.start : reader.i;
  if (numbered) forget(reader);
  else close(reader);
  const next = reader.text.charAt(reader.i + 1);
  const double = next === sign || (sign === ">" && next === "&") || (sign === "&" && next === ">");
  reader.i += double ? 2 : 1;
  const full = (numbered && sign === ">" ? word : "") + sign + (double ? next : "");
  reader.tokens.push({ kind: "operator", sign: full, span: spanOf(reader, from, reader.i) });
}

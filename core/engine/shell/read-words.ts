import type { Piece, Word } from "#core/engine/process/types";

/** A script that cannot be read, in the shell's words. */
export class SyntaxTrouble extends Error {
  override name = "SyntaxTrouble";
}

/** Where the bracket that is open at `from` is closed; quotes are passed over. */
export function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "\\") i++;
    else if (sign === "'") i = text.indexOf("'", i + 1);
    else if (sign === '"') i = quoteEnd(text, i);
    else if (text.startsWith(open, i)) depth++;
    else if (text.startsWith(close, i) && --depth === 0) return i;
    if (i < 0) break;
  }
  throw new SyntaxTrouble(`unexpected EOF while looking for matching \`${close}'`);
}

function quoteEnd(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text.charAt(i) === "\\") i++;
    else if (text.charAt(i) === '"') return i;
  }
  return -1;
}

type Reader = { text: string; i: number; pieces: Piece[]; plain: string; open: boolean };

function flush(reader: Reader, quoted: boolean): void {
  if (reader.plain !== "" || (quoted && reader.open)) {
    reader.pieces.push({ k: "s", x: reader.plain, q: quoted });
  }
  reader.plain = "";
  reader.open = false;
}

const nameSigns = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/;

/** What stands between `${` and `}`. */
function readBraces(inner: string, q: boolean): Piece {
  const [, length = "", name = "", op, rest = ""] =
    /^(#?)([A-Za-z_]\w*|[0-9]+|[@*#?$!-])(?:(:?[-=+?]|##?|%%?|\/\/?|:)(.*))?$/s.exec(inner) ?? [];
  if (length === "#" && name !== "") return { k: "v", n: name, q, op: "length" };
  if (inner === "#") return { k: "v", n: "#", q };
  if (name === "") throw new SyntaxTrouble(`\${${inner}}: bad substitution`);
  return op === undefined
    ? { k: "v", n: name, q }
    : { k: "v", n: name, q, op, arg: readWord(rest) };
}

/** Reads what a dollar sign or a backtick begins; false where it is only itself. */
function readDollar(reader: Reader, q: boolean): boolean {
  const { text, i } = reader;
  const add = (piece: Piece, end: number) => {
    flush(reader, q);
    reader.pieces.push(piece);
    reader.i = end;
    return true;
  };
  if (text.charAt(i) === "`") {
    const end = text.indexOf("`", i + 1);
    if (end < 0) throw new SyntaxTrouble("unexpected EOF while looking for matching ``'");
    return add({ k: "c", x: text.slice(i + 1, end), q }, end + 1);
  }
  if (text.startsWith("$((", i)) {
    const end = closing(text, i + 1, "(", ")");
    if (text.charAt(end - 1) === ")")
      return add({ k: "a", x: text.slice(i + 3, end - 1), q }, end + 1);
  }
  if (text.startsWith("$(", i)) {
    const end = closing(text, i + 1, "(", ")");
    return add({ k: "c", x: text.slice(i + 2, end), q }, end + 1);
  }
  if (text.startsWith("${", i)) {
    const end = closing(text, i + 1, "{", "}");
    return add(readBraces(text.slice(i + 2, end), q), end + 1);
  }
  const name = nameSigns.exec(text.slice(i + 1))?.[0];
  return name === undefined ? false : add({ k: "v", n: name, q }, i + 1 + name.length);
}

function readDoubleQuoted(reader: Reader): void {
  const { text } = reader;
  flush(reader, false);
  reader.open = true;
  reader.i++;
  for (;;) {
    const sign = text.charAt(reader.i);
    if (sign === "") throw new SyntaxTrouble("unexpected EOF while looking for matching `\"'");
    if (sign === '"') break;
    if (sign === "\\" && '$`"\\\n'.includes(text.charAt(reader.i + 1))) {
      if (text.charAt(reader.i + 1) !== "\n") reader.plain += text.charAt(reader.i + 1);
      reader.i += 2;
    } else if ((sign === "$" || sign === "`") && readDollar(reader, true)) reader.open = false;
    else {
      reader.plain += sign;
      reader.i++;
    }
  }
  const empty = reader.pieces.length === 0 || reader.plain !== "";
  reader.open = empty || reader.open;
  flush(reader, true);
  reader.i++;
}

/** Reads one word from a place on; `ends` says at which signs it ends. */
export function readWordAt(text: string, from: number, ends: RegExp): { word: Word; end: number } {
  const reader: Reader = { text, i: from, pieces: [], plain: "", open: false };
  while (reader.i < text.length) {
    const sign = text.charAt(reader.i);
    if (ends.test(sign)) break;
    if (sign === "\\") {
      flush(reader, false);
      const next = text.charAt(reader.i + 1);
      if (next !== "\n") reader.pieces.push({ k: "s", x: next, q: true });
      reader.i += 2;
    } else if (sign === "'") {
      const end = text.indexOf("'", reader.i + 1);
      if (end < 0) throw new SyntaxTrouble("unexpected EOF while looking for matching `''");
      flush(reader, false);
      reader.pieces.push({ k: "s", x: text.slice(reader.i + 1, end), q: true });
      reader.i = end + 1;
    } else if (sign === '"') readDoubleQuoted(reader);
    else if ((sign === "$" || sign === "`") && readDollar(reader, false)) continue;
    else {
      reader.plain += sign;
      reader.i++;
    }
  }
  flush(reader, false);
  return { word: reader.pieces, end: reader.i };
}

const never = /(?!)/;

/** A whole text as one word; blanks in it are its own. */
export const readWord = (text: string): Word => readWordAt(text, 0, never).word;

/** A text as the inside of double quotes, as a here-document has it. */
export function readQuoted(text: string): Word {
  const reader: Reader = {
    text: `"${text.replace(/"/g, '\\"')}"`,
    i: 0,
    pieces: [],
    plain: "",
    open: false,
  };
  readDoubleQuoted(reader);
  return reader.pieces;
}

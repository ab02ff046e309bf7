import type { Node, Redirection, Word } from "#core/engine/process/types";
import { readQuoted, readWordAt, SyntaxTrouble } from "./read-words";

type Token =
  | { t: "op"; x: string }
  | { t: "word"; w: Word; raw: string; line: number }
  | { t: "redir"; r: Redirection };

type Here = { tag: string; quoted: boolean; strip: boolean; put: (word: Word) => void };

const operators = ["&&", "||", ";;", "|&", "|", "&", ";", "(", ")", "\n"];
const redirections = /^(\d*)(<<-|<<<|<<|>>|>&|<&|&>>|&>|>\||>|<)/;
const wordEnds = /[\s;&|()<>]/;

/** A script in tokens. Here-documents are read where their line ends. */
function tokens(text: string): Token[] {
  const list: Token[] = [];
  const heres: Here[] = [];
  let i = 0;
  while (i < text.length) {
    const sign = text.charAt(i);
    if (sign === " " || sign === "\t" || sign === "\r") i++;
    else if (text.startsWith("\\\n", i)) i += 2;
    else if (sign === "#") {
      const end = text.indexOf("\n", i);
      i = end < 0 ? text.length : end;
    } else if (sign === "\n") {
      list.push({ t: "op", x: "\n" });
      i = readHeres(text, i + 1, heres);
    } else i = readToken(text, i, list, heres);
  }
  return list;
}

function readHeres(text: string, from: number, heres: Here[]): number {
  let i = from;
  for (const here of heres.splice(0)) {
    let body = "";
    while (i < text.length) {
      const end = text.indexOf("\n", i) < 0 ? text.length : text.indexOf("\n", i);
      const raw = text.slice(i, end);
      const line = here.strip ? raw.replace(/^\t+/, "") : raw;
      i = end + 1;
      if (line === here.tag) break;
      body += `${line}\n`;
    }
    here.put(here.quoted ? [{ k: "s", x: body, q: true }] : readQuoted(body));
  }
  return i;
}

function readToken(text: string, i: number, list: Token[], heres: Here[]): number {
  const redirection = redirections.exec(text.slice(i, i + 8));
  if (redirection) return readRedirection(text, i, redirection, list, heres);
  const op = operators.find((one) => text.startsWith(one, i));
  if (op !== undefined) {
    list.push({ t: "op", x: op });
    return i + op.length;
  }
  const { word, end } = readWordAt(text, i, wordEnds);
  list.push({
    t: "word",
    w: word,
    raw: text.slice(i, end),
    line: text.slice(0, i).split("\n").length - 1,
  });
  return end;
}

function readRedirection(
  text: string,
  i: number,
  match: RegExpExecArray,
  list: Token[],
  heres: Here[],
): number {
  const [whole, digits = "", op = ">"] = match;
  let at = i + whole.length;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at++;
  const { word, end } = readWordAt(text, at, wordEnds);
  if (end === at) throw new SyntaxTrouble("syntax error near unexpected token `newline'");
  const fd = digits === "" ? (op.startsWith("<") ? 0 : 1) : Number(digits);
  const r: { fd: number; op: string; to: Word } = { fd, op, to: word };
  list.push({ t: "redir", r });
  if (op === "<<" || op === "<<-") {
    const raw = text.slice(at, end);
    const tag = raw.replace(/['"\\]/g, "");
    const put = (body: Word) => {
      r.to = body;
    };
    heres.push({ tag, quoted: tag !== raw, strip: op === "<<-", put });
  }
  return end;
}

type Parser = { list: Token[]; i: number };

const peekWord = (p: Parser): string => {
  const token = p.list[p.i];
  return token?.t === "word" ? token.raw : "";
};
const isOp = (p: Parser, x: string): boolean => {
  const token = p.list[p.i];
  return token?.t === "op" && token.x === x;
};

function unexpected(p: Parser): never {
  const token = p.list[p.i];
  const what = token === undefined ? "end of file" : token.t === "op" ? token.x : peekWord(p);
  const shown = what === "\n" ? "newline" : what;
  throw new SyntaxTrouble(
    token === undefined
      ? "syntax error: unexpected end of file"
      : `syntax error near unexpected token \`${shown}'`,
  );
}

function skipLines(p: Parser): void {
  while (isOp(p, "\n")) p.i++;
}

function expectWord(p: Parser, word: string): void {
  skipLines(p);
  if (peekWord(p) !== word) unexpected(p);
  p.i++;
}

/** A list of commands up to one of the words that close it. */
function readList(p: Parser, closers: readonly string[]): Node {
  const l: Node[] = [];
  for (;;) {
    while (isOp(p, "\n") || isOp(p, ";")) p.i++;
    const token = p.list[p.i];
    if (token === undefined || closers.includes(peekWord(p))) break;
    if (token.t === "op" && closers.includes(token.x)) break;
    const node = readAndOr(p);
    if (isOp(p, "&")) {
      p.i++;
      l.push({ k: "bg", a: node });
    } else l.push(node);
    const next = p.list[p.i];
    const ends = next === undefined || (next.t === "op" && ["\n", ";", ";;", ")"].includes(next.x));
    if (!ends && !closers.includes(peekWord(p)) && l.at(-1)?.k !== "bg") unexpected(p);
  }
  return { k: "seq", l };
}

function readAndOr(p: Parser): Node {
  let node = readPipeline(p);
  for (;;) {
    const k = isOp(p, "&&") ? "and" : isOp(p, "||") ? "or" : null;
    if (k === null) return node;
    p.i++;
    skipLines(p);
    node = { k, a: node, b: readPipeline(p) };
  }
}

function readPipeline(p: Parser): Node {
  if (peekWord(p) === "!") {
    p.i++;
    return { k: "not", a: readPipeline(p) };
  }
  if (peekWord(p) === "time") {
    p.i++;
    return { k: "time", a: readPipeline(p) };
  }
  const l = [readCommand(p)];
  while (isOp(p, "|")) {
    p.i++;
    skipLines(p);
    l.push(readCommand(p));
  }
  const [first] = l;
  return l.length === 1 && first !== undefined ? first : { k: "pipe", l };
}

function readCommand(p: Parser): Node {
  const word = peekWord(p);
  if (word === "if") return grouped(p, readIf(p));
  if (word === "while" || word === "until") return grouped(p, readWhile(p, word === "until"));
  if (word === "for") return grouped(p, readFor(p));
  if (word === "case") return grouped(p, readCase(p));
  if (word === "{") {
    p.i++;
    const b = readList(p, ["}"]);
    expectWord(p, "}");
    return grouped(p, b);
  }
  if (isOp(p, "(")) {
    p.i++;
    const b = readList(p, [")"]);
    if (!isOp(p, ")")) unexpected(p);
    p.i++;
    return { k: "group", b, sub: true, r: readRedirections(p) };
  }
  return readSimple(p);
}

function readRedirections(p: Parser): Redirection[] {
  const r: Redirection[] = [];
  for (let token = p.list[p.i]; token?.t === "redir"; token = p.list[p.i]) {
    r.push(token.r);
    p.i++;
  }
  return r;
}

function grouped(p: Parser, b: Node): Node {
  const r = readRedirections(p);
  return r.length === 0 ? b : { k: "group", b, sub: false, r };
}

function readIf(p: Parser): Node {
  p.i++;
  const c = readList(p, ["then"]);
  expectWord(p, "then");
  const t = readList(p, ["elif", "else", "fi"]);
  if (peekWord(p) === "elif") return { k: "if", c, t, e: readIf(p) };
  let e: Node | null = null;
  if (peekWord(p) === "else") {
    p.i++;
    e = readList(p, ["fi"]);
  }
  expectWord(p, "fi");
  return { k: "if", c, t, e };
}

function readBody(p: Parser): Node {
  expectWord(p, "do");
  const b = readList(p, ["done"]);
  expectWord(p, "done");
  return b;
}

function readWhile(p: Parser, until: boolean): Node {
  p.i++;
  const c = readList(p, ["do"]);
  return { k: "while", c, b: readBody(p), until };
}

function readFor(p: Parser): Node {
  p.i++;
  const v = peekWord(p);
  p.i++;
  let w: Word[] = [[{ k: "v", n: "@", q: true }]];
  skipLines(p);
  if (peekWord(p) === "in") {
    p.i++;
    w = [];
    for (let token = p.list[p.i]; token?.t === "word"; token = p.list[p.i]) {
      w.push(token.w);
      p.i++;
    }
  }
  while (isOp(p, ";") || isOp(p, "\n")) p.i++;
  return { k: "for", v, w, b: readBody(p) };
}

function readCase(p: Parser): Node {
  p.i++;
  const subject = p.list[p.i];
  if (subject?.t !== "word") unexpected(p);
  p.i++;
  expectWord(p, "in");
  const arms: { p: Word[]; b: Node }[] = [];
  for (;;) {
    skipLines(p);
    if (peekWord(p) === "esac") break;
    if (isOp(p, "(")) p.i++;
    const patterns: Word[] = [];
    for (let token = p.list[p.i]; token?.t === "word"; token = p.list[p.i]) {
      patterns.push(token.w);
      p.i++;
      if (isOp(p, "|")) p.i++;
    }
    if (!isOp(p, ")")) unexpected(p);
    p.i++;
    const b = readList(p, [";;", "esac"]);
    arms.push({ p: patterns, b });
    if (isOp(p, ";;")) p.i++;
  }
  p.i++;
  return { k: "case", w: subject.w, arms };
}

const assignment = /^([A-Za-z_]\w*)=/;

function readSimple(p: Parser): Node {
  const set: { n: string; w: Word }[] = [];
  const w: Word[] = [];
  const r: Redirection[] = [];
  const begin = p.list[p.i];
  const ln = begin?.t === "word" ? begin.line : 0;
  for (let token = p.list[p.i]; token !== undefined && token.t !== "op"; token = p.list[p.i]) {
    p.i++;
    if (token.t === "redir") r.push(token.r);
    else {
      const name = assignment.exec(token.raw)?.[1];
      if (name !== undefined && w.length === 0) set.push({ n: name, w: assignedIn(token.w, name) });
      else w.push(token.w);
    }
  }
  if (w.length === 1 && isOp(p, "(")) return readFunction(p, w);
  if (w.length + set.length + r.length === 0) unexpected(p);
  return { k: "cmd", set, w, r, ln };
}

function readFunction(p: Parser, [name]: readonly Word[]): Node {
  p.i++;
  if (!isOp(p, ")")) unexpected(p);
  p.i++;
  skipLines(p);
  const first = name?.[0];
  return { k: "fn", n: first?.k === "s" ? first.x : "", b: readCommand(p) };
}

/** A word without the "NAME=" at its beginning. */
function assignedIn(word: Word, name: string): Word {
  const [first, ...rest] = word;
  if (first?.k !== "s") return word;
  const x = first.x.slice(name.length + 1);
  return x === "" && rest.length > 0 ? rest : [{ ...first, x }, ...rest];
}

/** Reads a script, or throws SyntaxTrouble. */
export function readScript(text: string): Node {
  const p: Parser = { list: tokens(text), i: 0 };
  const node = readList(p, []);
  if (p.i < p.list.length) unexpected(p);
  return node;
}

import { quoteEnd, substitutionEnd } from "#core/docker/substitutions";
import { cut, joined, made, type Source, trimmed } from "./source";

/** A command that stands in another one, and how: `$(…)` by what it prints, `<(…)` as a file. */
export type Inner = { code: Source; sign: "$(…)" | "<(…)" | ">(…)" };

/** A stretch of a script: what one program is asked, or what stands between. */
export type Stretch = {
  kind: "statement" | "operator" | "comment" | "heredoc" | "keyword";
  text: string;
  /** Of a statement: itself without the signs that announce a text as its input. */
  code: Source;
  /** Whether such a text is given to it. */
  fed: boolean;
  /** Of a statement: the commands that stand in it. */
  inner: Inner[];
};

type Scan = {
  text: string;
  source: Source;
  i: number;
  found: Stretch[];
  /** Where the statement that is being read begins; null before its first sign. */
  from: number | null;
  inner: Inner[];
  /** The signs that announce a text as input, and texts that are given with them. */
  feeds: { from: number; to: number; isText: boolean }[];
  /** Words that end texts which are given as input from the next line on. */
  heredocs: string[];
};

const operator = /\|\||&&|\|&|;;|[;|&]/y;
const keyword = /(?:for|while|until|if|elif|else|then|do|done|fi|case|esac|[!{}])(?=[\s;&|)]|$)/y;
const functionHead =
  /(?:function[ \t]+[\w.:-]+[ \t]*(?:\([ \t]*\))?|[\w.:-]+[ \t]*\([ \t]*\))(?=\s*[{(])/y;
const heredoc = /<<-?\s*(['"]?)([\w.-]+)\1/y;
const hereString = /<<<[ \t]*(?:'[^']*'|"(?:\\.|[^"\\])*"|\$\([^)]*\)|[^\s'";|&()<>])+/y;
const goesOn = /\\\r?\n/y;
/** A key of a YAML file whose value is the lines below it. */
const yamlBlock = /(?:- +)?[\w.-]+:[ \t]+[|>][-+]?\d?[ \t]*(?=\n|$)/y;

/** Parts a script as a shell would, running nothing. */
export function splitScript(source: Source): Stretch[] {
  const { text } = source;
  const scan: Scan = {
    text,
    source,
    i: 0,
    found: [],
    from: null,
    inner: [],
    feeds: [],
    heredocs: [],
  };
  while (scan.i < text.length) step(scan);
  endStatement(scan);
  return scan.found;
}

function step(scan: Scan): void {
  const { text, i, from } = scan;
  const sign = text.charAt(i);
  const atStart = i === 0 || /[\s;|&()]/.test(text.charAt(i - 1));
  if (sign === "\n") lineEnd(scan);
  else if (sign === "#" && atStart) comment(scan);
  else if (from === null && betweenStatements(scan, sign)) return;
  else if (from !== null && sign === ")") {
    endStatement(scan);
    single(scan, "keyword", sign);
  } else if (isRedirect(scan)) begin(scan, 2);
  else if (matchAt(operator, scan) !== null) {
    const found = matchAt(operator, scan) ?? sign;
    endStatement(scan);
    single(scan, "operator", found);
  } else word(scan, sign);
}

/** What may stand only before a statement begins; whether it stood there. */
function betweenStatements(scan: Scan, sign: string): boolean {
  const head = matchAt(functionHead, scan);
  const word = matchAt(keyword, scan);
  const block = matchAt(yamlBlock, scan);
  const blank = /\s/.test(sign) ? sign : matchAt(goesOn, scan);
  if (blank !== null) scan.i += blank.length;
  else if (sign === "(" || sign === ")") single(scan, "keyword", sign);
  else if (head !== null) single(scan, "keyword", head);
  else if (block !== null) begin(scan, block.length);
  else if (word === null) return false;
  // `for` and `case` are statements of their own; what they go through is part of them.
  else if (word === "for" || word === "case") begin(scan, word.length);
  else single(scan, "keyword", word);
  return true;
}

function matchAt(pattern: RegExp, { text, i }: Scan): string | null {
  pattern.lastIndex = i;
  return pattern.exec(text)?.[0] ?? null;
}

/** `2>&1`, `>&2`, `&>` and `>|` are no operators between commands. */
function isRedirect({ text, i, from }: Scan): boolean {
  const pair = text.slice(i, i + 2);
  return from !== null && [">&", "&>", "<&", ">|"].includes(pair);
}

function begin(scan: Scan, length: number): void {
  scan.from ??= scan.i;
  scan.i += length;
}

/** What belongs to a statement: quotes, substitutions and escapes as a whole. */
function word(scan: Scan, sign: string): void {
  const { text, i } = scan;
  if (sign === "\\") begin(scan, 2);
  else if (sign === "'") begin(scan, quoteEnd(text, i) - i);
  else if (sign === '"') {
    const end = quoteEnd(text, i);
    for (let k = i + 1; k < end; k++) k = substituted(scan, k) - 1;
    begin(scan, end - i);
  } else if (sign === "$" || sign === "`") begin(scan, Math.max(1, substituted(scan, i) - i));
  else if (/^[<>]\($/.test(text.slice(i, i + 2))) {
    const end = substitutionEnd(text, i);
    note(scan, i + 2, end - 1, sign === "<" ? "<(…)" : ">(…)");
    begin(scan, end - i);
  } else if (sign === "<") feed(scan);
  else begin(scan, 1);
}

/** `<` with a file, or with a text of which no word belongs to the command. */
function feed(scan: Scan): void {
  const given = matchAt(hereString, scan);
  const found = given ?? matchAt(heredoc, scan);
  const from = scan.i;
  if (given === null && found !== null) {
    scan.heredocs.push(/([\w.-]+)['"]?$/.exec(found)?.[1] ?? "");
  }
  for (let k = from; given !== null && k < from + given.length; ) k = substituted(scan, k);
  begin(scan, found?.length ?? 1);
  if (found !== null) scan.feeds.push({ from, to: scan.i, isText: given !== null });
}

/** Notes the command of a substitution that begins here, and says where to go on. */
function substituted(scan: Scan, from: number): number {
  const { text } = scan;
  const sign = text.charAt(from);
  const isCommand = sign === "`" || (sign === "$" && text.charAt(from + 1) === "(");
  if (sign === "\\") return from + 2;
  if (!isCommand) return sign === "$" ? substitutionEnd(text, from) : from + 1;
  const end = substitutionEnd(text, from);
  note(scan, from + (sign === "`" ? 1 : 2), end - 1, "$(…)");
  return end;
}

function note(scan: Scan, from: number, to: number, sign: Inner["sign"]): void {
  const code = trimmed(cut(scan.source, from, to));
  if (code.text !== "" && code.text !== "pwd") scan.inner.push({ code, sign });
}

function found(scan: Scan, kind: Stretch["kind"], from: number, to: number): void {
  const code = trimmed(cut(scan.source, from, to));
  scan.found.push({ kind, text: code.text, code, fed: false, inner: [] });
}

function single(scan: Scan, kind: Stretch["kind"], text: string): void {
  found(scan, kind, scan.i, scan.i + text.length);
  scan.i += text.length;
}

function endStatement(scan: Scan): void {
  const { from, inner, feeds } = scan;
  if (from === null) return;
  const { text } = trimmed(cut(scan.source, from, scan.i));
  const code = withoutFeeds(scan, from);
  if (text !== "") scan.found.push({ kind: "statement", text, code, fed: feeds.length > 0, inner });
  for (const one of feeds) if (one.isText) found(scan, "heredoc", one.from, one.to);
  scan.from = null;
  scan.inner = [];
  scan.feeds = [];
}

function withoutFeeds({ source, feeds, i }: Scan, from: number): Source {
  let code = trimmed(cut(source, from, feeds[0]?.from ?? i));
  for (const [k, { to }] of feeds.entries()) {
    const rest = trimmed(cut(source, to, feeds[k + 1]?.from ?? i));
    if (rest.text !== "") code = joined(joined(code, made(" ")), rest);
  }
  return code;
}

function comment(scan: Scan): void {
  const end = scan.text.indexOf("\n", scan.i);
  const to = end < 0 ? scan.text.length : end;
  endStatement(scan);
  found(scan, "comment", scan.i, to);
  scan.i = to;
}

/** A line's end ends its statement, and begins the texts that it announced. */
function lineEnd(scan: Scan): void {
  endStatement(scan);
  scan.i++;
  for (const word of scan.heredocs) {
    const rest = scan.text.slice(scan.i);
    const escaped = word.replace(/[.-]/g, "\\$&");
    // A shell may have put its prompt before each line.
    const end = new RegExp(`^(?:> )?\\t*${escaped}[^\\S\\n]*$`, "m").exec(rest);
    const length = end === null ? rest.length : end.index + end[0].length;
    found(scan, "heredoc", scan.i, scan.i + length);
    scan.i += length;
  }
  scan.heredocs = [];
}

import { quoteEnd, substitutionEnd } from "#core/docker/substitutions";

/** A stretch of a script: what one program is asked, or what stands between. */
export type Stretch = {
  kind: "statement" | "operator" | "comment" | "heredoc" | "keyword";
  text: string;
  /** Of a statement: the commands whose output stands in it. */
  inner: string[];
};

type Scan = {
  text: string;
  i: number;
  found: Stretch[];
  /** Where the statement that is being read begins; null before its first sign. */
  from: number | null;
  inner: string[];
  /** Words that end texts which are given as input from the next line on. */
  heredocs: string[];
};

const operator = /\|\||&&|\|&|;;|[;|&]/y;
const keyword =
  /(?:for|while|until|if|elif|else|then|do|done|fi|case|esac|function|[!{}])(?=[\s;&|)]|$)/y;
const heredoc = /<<-?\s*(['"]?)([\w.-]+)\1/y;

/** Parts a script as a shell would, running nothing. */
export function splitScript(text: string): Stretch[] {
  const scan: Scan = { text, i: 0, found: [], from: null, inner: [], heredocs: [] };
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
  else if (from === null && (sign === "(" || sign === ")")) single(scan, "keyword", sign);
  else if (from !== null && sign === ")") {
    endStatement(scan);
    single(scan, "keyword", sign);
  } else if (from === null && matchAt(keyword, scan) !== null) {
    const word = matchAt(keyword, scan) ?? "";
    // `for` and `case` are statements of their own; what they go through is part of them.
    if (/^(?:for|case|function)$/.test(word)) begin(scan, word.length);
    else single(scan, "keyword", word);
  } else if (isRedirect(scan)) begin(scan, 2);
  else if (matchAt(operator, scan) !== null) {
    const found = matchAt(operator, scan) ?? sign;
    endStatement(scan);
    single(scan, "operator", found);
  } else if (/\s/.test(sign) && from === null) scan.i++;
  else word(scan, sign);
}

function matchAt(pattern: RegExp, { text, i }: Scan): string | null {
  pattern.lastIndex = i;
  return pattern.exec(text)?.[0] ?? null;
}

/** `2>&1`, `>&2` and `&>` are no operators between commands. */
function isRedirect({ text, i, from }: Scan): boolean {
  const pair = text.slice(i, i + 2);
  return from !== null && (pair === ">&" || pair === "&>" || pair === "<&");
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
  else if (sign === "<" && matchAt(heredoc, scan) !== null) {
    const found = matchAt(heredoc, scan) ?? "";
    scan.heredocs.push(/([\w.-]+)['"]?$/.exec(found)?.[1] ?? "");
    begin(scan, found.length);
  } else begin(scan, 1);
}

/** Notes the command of a substitution that begins here, and says where to go on. */
function substituted(scan: Scan, from: number): number {
  const { text } = scan;
  const sign = text.charAt(from);
  const isCommand = sign === "`" || (sign === "$" && text.charAt(from + 1) === "(");
  if (sign === "\\") return from + 2;
  if (!isCommand) return sign === "$" ? substitutionEnd(text, from) : from + 1;
  const end = substitutionEnd(text, from);
  const inner = text.slice(from + (sign === "`" ? 1 : 2), end - 1).trim();
  if (inner !== "" && inner !== "pwd") scan.inner.push(inner);
  return end;
}

function single(scan: Scan, kind: Stretch["kind"], text: string): void {
  scan.found.push({ kind, text, inner: [] });
  scan.i += text.length;
}

function endStatement(scan: Scan): void {
  const { from, inner } = scan;
  if (from === null) return;
  const text = scan.text.slice(from, scan.i).trim();
  if (text !== "") scan.found.push({ kind: "statement", text, inner });
  scan.from = null;
  scan.inner = [];
}

function comment(scan: Scan): void {
  const end = scan.text.indexOf("\n", scan.i);
  const to = end < 0 ? scan.text.length : end;
  const text = scan.text.slice(scan.i, to).trim();
  endStatement(scan);
  scan.found.push({ kind: "comment", text, inner: [] });
  scan.i = to;
}

/** A line's end ends its statement, and begins the texts that it announced. */
function lineEnd(scan: Scan): void {
  endStatement(scan);
  scan.i++;
  for (const word of scan.heredocs) {
    const rest = scan.text.slice(scan.i);
    const escaped = word.replace(/[.-]/g, "\\$&");
    const end = new RegExp(`^\\t*${escaped}[^\\S\\n]*$`, "m").exec(rest);
    const length = end === null ? rest.length : end.index + end[0].length;
    scan.found.push({ kind: "heredoc", text: rest.slice(0, length).trim(), inner: [] });
    scan.i += length;
  }
  scan.heredocs = [];
}

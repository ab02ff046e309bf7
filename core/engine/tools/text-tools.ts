import { fileAt, putFile, readText } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Call, Tool } from "#core/engine/process/call";
import { readOptions } from "./options";
import { editStream } from "./sed";

/** What a program reads: the named files one after another, or its input. */
export function inputs(
  call: Call,
  names: readonly string[],
): { text: string; status: number; each: [string, string][] } {
  const { m, place, thread, stdin, err, args } = call;
  let status = 0;
  const each: [string, string][] = [];
  for (const name of names.length === 0 ? ["-"] : names) {
    if (name === "-" || name === "/dev/stdin") {
      each.push(["-", stdin.text]);
      stdin.text = "";
      continue;
    }
    const path = fullPath(name, thread.cwd);
    const node = fileAt(m, place, path);
    if (node?.t === "f") each.push([name, readText(m, place, path) ?? ""]);
    else if (path !== "/dev/null") {
      status = 1;
      const why = node?.t === "d" ? "Is a directory" : "No such file or directory";
      if (node?.t === "d")
        err(`${args[0]}: ${thread.bash ? `${name}: ${why}` : `read error: ${why}`}\n`);
      else err(`${args[0]}: ${thread.bash ? `${name}: ${why}` : `can't open '${name}': ${why}`}\n`);
    }
  }
  return { text: each.map(([, text]) => text).join(""), status, each };
}

/** A text's lines, without the empty one behind the last break. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

const said = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join("");

const cat: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { text, status } = inputs(call, options.rest);
  if (options.has("n")) {
    call.out(said(linesOf(text).map((line, i) => `${String(i + 1).padStart(6)}\t${line}`)));
  } else call.out(text);
  return status;
};

const head: Tool = (call) => {
  const words = call.args
    .slice(1)
    .map((word) => (/^-\d+$/.test(word) ? `-n${word.slice(1)}` : word));
  const options = readOptions(words, "n c");
  const { text, status } = inputs(call, options.rest);
  const bytes = options.value("c");
  if (bytes !== undefined) call.out(text.slice(0, Number(bytes)));
  else {
    const count = Number(options.value("n") ?? 10);
    call.out(said(linesOf(text).slice(0, count)));
  }
  return status;
};

const tail: Tool = (call) => {
  const words = call.args
    .slice(1)
    .map((word) => (/^-\d+$/.test(word) ? `-n${word.slice(1)}` : word));
  const options = readOptions(words, "n c");
  const [name] = options.rest;
  if (name === "/dev/null" && options.has("f")) return { hang: true };
  if (name === "/dev/zero") return { signal: "OOM" };
  const { text, status } = inputs(call, options.rest);
  const asked = options.value("n") ?? "10";
  const lines = linesOf(text);
  const from = asked.startsWith("+")
    ? Number(asked.slice(1)) - 1
    : Math.max(0, lines.length - Number(asked));
  const bytes = options.value("c");
  call.out(bytes === undefined ? said(lines.slice(from)) : text.slice(-Number(bytes)));
  return options.has("f") ? { hang: true } : status;
};

/** A pattern of grep or sed as an expression: in the basic form `\(`, `\|`, `\+` are the signs. */
export function basicPattern(pattern: string): string {
  return pattern
    .replace(/\\?[(){}|+?]/g, (sign) => (sign.length === 2 ? sign.slice(1) : `\\${sign}`))
    .replace(/\[:(\w+):\]/g, posixClass);
}

const posixClass = (_: string, name: string): string =>
  ({
    alpha: "a-zA-Z",
    digit: "0-9",
    alnum: "a-zA-Z0-9",
    space: "\\s",
    upper: "A-Z",
    lower: "a-z",
    xdigit: "0-9a-fA-F",
  })[name] ?? "";

export function expressionOf(
  pattern: string,
  { extended = false, fixed = false, flags = "" } = {},
): RegExp {
  if (fixed) return new RegExp(pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), flags);
  try {
    return new RegExp(
      extended ? pattern.replace(/\[:(\w+):\]/g, posixClass) : basicPattern(pattern),
      flags,
    );
  } catch {
    return /(?!)/;
  }
}

const grep: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "e A B C m color");
  const name = call.args[0];
  const rest = [...options.rest];
  const patterns = options.has("e") ? options.values("e") : [rest.shift() ?? ""];
  const extended = options.has("E") || name === "egrep" || options.has("P");
  const fixed = options.has("F") || name === "fgrep";
  const flags = options.has("i") ? "i" : "";
  const tests = patterns.map((pattern) => {
    const source = expressionOf(pattern, { extended, fixed, flags }).source;
    const whole = options.has("w")
      ? `\\b(?:${source})\\b`
      : options.has("x")
        ? `^(?:${source})$`
        : source;
    return new RegExp(whole, flags);
  });
  const { each, status } = inputs(call, rest);
  const found = each.map(
    ([file, text]) => [file, grepLines(linesOf(text), tests, options)] as const,
  );
  const total = found.reduce((sum, [, { count }]) => sum + count, 0);
  if (options.has("q")) return total > 0 ? 0 : 1;
  for (const [file, { count, lines }] of found) {
    const label = each.length > 1 && !options.has("h") ? `${file}:` : "";
    if (options.has("l")) call.out(count > 0 ? `${file}\n` : "");
    else if (options.has("c")) call.out(`${label}${count}\n`);
    else call.out(said(lines.map((line) => label + line)));
  }
  return status > 0 ? 2 : total > 0 ? 0 : 1;
};

function grepLines(
  lines: readonly string[],
  tests: readonly RegExp[],
  options: ReturnType<typeof readOptions>,
): { count: number; lines: string[] } {
  const after = Number(options.value("A") ?? options.value("C") ?? 0);
  const before = Number(options.value("B") ?? options.value("C") ?? 0);
  const result: string[] = [];
  let count = 0;
  let last = -1;
  lines.forEach((line, i) => {
    if (tests.some((test) => test.test(line)) === options.has("v")) return;
    count++;
    if (options.has("o")) {
      for (const test of tests)
        result.push(...(line.match(new RegExp(test.source, `${test.flags}g`)) ?? []));
      return;
    }
    const from = Math.max(last + 1, i - before);
    if (last >= 0 && from > last + 1 && (after > 0 || before > 0)) result.push("--");
    for (let k = from; k <= Math.min(lines.length - 1, i + after); k++) {
      const label = options.has("n") ? `${k + 1}${k === i ? ":" : "-"}` : "";
      result.push(label + (lines[k] ?? ""));
      last = k;
    }
  });
  return { count, lines: result };
}

const wc: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { each, status } = inputs(call, options.rest);
  const all = !["l", "w", "c", "m"].some((letter) => options.has(letter));
  for (const [name, text] of each) {
    const counts: number[] = [];
    if (all || options.has("l")) counts.push(text.split("\n").length - 1);
    if (all || options.has("w"))
      counts.push(text.split(/\s+/).filter((word) => word !== "").length);
    if (all || options.has("c") || options.has("m")) counts.push(text.length);
    const width = counts.length > 1 ? 7 : 0;
    const numbers = counts.map((count) => String(count).padStart(width)).join(" ");
    call.out(`${numbers}${name === "-" ? "" : ` ${name}`}\n`);
  }
  return status;
};

const byNumber = (a: string, b: string) =>
  (Number.parseFloat(a) || 0) - (Number.parseFloat(b) || 0) || (a < b ? -1 : a > b ? 1 : 0);

const sort: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "k t o");
  const { text, status } = inputs(call, options.rest);
  const separator = options.value("t");
  const field = Number.parseInt(options.value("k") ?? "0", 10);
  const key = (line: string) => {
    if (field === 0) return line;
    const parts = separator === undefined ? line.trim().split(/\s+/) : line.split(separator);
    return parts.slice(field - 1).join(separator ?? " ");
  };
  const order = options.has("n")
    ? byNumber
    : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const lines = linesOf(text).sort((a, b) => order(key(a), key(b)));
  if (options.has("r")) lines.reverse();
  call.out(said(options.has("u") ? [...new Set(lines)] : lines));
  return status;
};

const uniq: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const { text, status } = inputs(call, options.rest);
  const runs: { line: string; count: number }[] = [];
  for (const line of linesOf(text)) {
    const last = runs.at(-1);
    if (last?.line === line) last.count++;
    else runs.push({ line, count: 1 });
  }
  const shown = runs.filter(({ count }) =>
    options.has("d") ? count > 1 : options.has("u") ? count === 1 : true,
  );
  call.out(
    said(
      shown.map(({ line, count }) =>
        options.has("c") ? `${String(count).padStart(7)} ${line}` : line,
      ),
    ),
  );
  return status;
};

/** "1,3-5,7-" as a test of positions, from 1. */
function positions(list: string): (n: number) => boolean {
  const ranges = list.split(",").map((part) => {
    const [from = "", to] = part.split("-");
    if (to === undefined) return [Number(from), Number(from)] as const;
    return [
      from === "" ? 1 : Number(from),
      to === "" ? Number.POSITIVE_INFINITY : Number(to),
    ] as const;
  });
  return (n) => ranges.some(([from, to]) => n >= from && n <= to);
}

const cut: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "d f c b output-delimiter");
  const { text, status } = inputs(call, options.rest);
  const fields = options.value("f");
  const signs = positions(options.value("c") ?? options.value("b") ?? "1-");
  const delimiter = options.value("d") ?? "\t";
  const lines = linesOf(text).map((line) => {
    if (fields === undefined) return [...line].filter((_, i) => signs(i + 1)).join("");
    if (!line.includes(delimiter)) return options.has("s") ? null : line;
    const test = positions(fields);
    return line
      .split(delimiter)
      .filter((_, i) => test(i + 1))
      .join(options.value("output-delimiter") ?? delimiter);
  });
  call.out(said(lines.filter((line): line is string => line !== null)));
  return status;
};

const spread = (set: string): string[] => [
  ...set
    .replace(/\[:upper:\]/, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    .replace(/\[:lower:\]/, "abcdefghijklmnopqrstuvwxyz")
    .replace(/\\n/g, "\n")
    .replace(/\\t/g, "\t")
    .replace(/([^\\])-(.)/g, (_, a: string, b: string) => {
      let run = "";
      for (let code = a.charCodeAt(0); code <= b.charCodeAt(0); code++)
        run += String.fromCharCode(code);
      return run;
    }),
];

const tr: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const [from = "", to = ""] = options.rest;
  const a = spread(from);
  const b = spread(to);
  const text = [...call.stdin.text];
  call.stdin.text = "";
  const gone = (sign: string) => a.includes(sign) !== options.has("c");
  const changed = options.has("d")
    ? text.filter((sign) => !gone(sign))
    : options.has("s") && to === ""
      ? text.filter((sign, i) => !(a.includes(sign) && sign === text[i - 1]))
      : text.map((sign) => (a.includes(sign) ? (b[a.indexOf(sign)] ?? b.at(-1) ?? "") : sign));
  call.out(changed.join(""));
  return 0;
};

const sed: Tool = (call) => {
  const options = readOptions(call.args.slice(1), "e f");
  const rest = [...options.rest];
  const scripts = options.has("e") ? options.values("e") : [rest.shift() ?? ""];
  const extended = options.has("E") || options.has("r");
  const edit = (text: string) =>
    editStream(text, scripts.join("\n"), { quiet: options.has("n"), extended, expressionOf });
  if (!options.has("i")) {
    const { text, status } = inputs(call, rest);
    call.out(edit(text));
    return status;
  }
  const { each, status } = inputs(call, rest);
  for (const [name, text] of each) {
    putFile(call.m, call.place, fullPath(name, call.thread.cwd), { t: "f", x: edit(text) });
  }
  return status;
};

const tac: Tool = (call) => {
  call.out(said(linesOf(inputs(call, call.args.slice(1)).text).reverse()));
  return 0;
};

const seq: Tool = ({ args, out }) => {
  const numbers = args.slice(1).map(Number);
  const [first = 1, second, third] = numbers;
  const from = second === undefined ? 1 : first;
  const to = third ?? second ?? first;
  const step = third === undefined ? 1 : (second ?? 1);
  const list: number[] = [];
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) {
    list.push(n);
    if (list.length > 5000) break;
  }
  out(said(list.map(String)));
  return 0;
};

const tee: Tool = (call) => {
  const options = readOptions(call.args.slice(1));
  const text = call.stdin.text;
  call.stdin.text = "";
  call.out(text);
  for (const name of options.rest) {
    const path = fullPath(name, call.thread.cwd);
    const before = options.has("a") ? (readText(call.m, call.place, path) ?? "") : "";
    putFile(call.m, call.place, path, { t: "f", x: before + text });
  }
  return 0;
};

const xargs: Tool = (call) => {
  const words = call.args.slice(1);
  let each = 0;
  let skipEmpty = false;
  while (words[0]?.startsWith("-")) {
    const word = words.shift() ?? "";
    if (word === "-r") skipEmpty = true;
    else if (word === "-n") each = Number(words.shift());
    else if (/^-n\d/.test(word)) each = Number(word.slice(2));
  }
  const items = call.stdin.text.split(/\s+/).filter((one) => one !== "");
  call.stdin.text = "";
  if (items.length === 0 && skipEmpty) return 0;
  const size = each || Math.max(1, items.length);
  let status = 0;
  for (let i = 0; i === 0 || i < items.length; i += size) {
    const command = words.length === 0 ? ["echo"] : words;
    if (call.invoke([...command, ...items.slice(i, i + size)]) !== 0) status = 123;
  }
  return status;
};

const column: Tool = (call) => {
  call.out(inputs(call, readOptions(call.args.slice(1), "s").rest).text);
  return 0;
};

/** Programs that read and print text. */
export const textTools: readonly (readonly [string, Tool])[] = [
  ["cat", cat],
  ["head", head],
  ["tail", tail],
  ["grep", grep],
  ["egrep", grep],
  ["fgrep", grep],
  ["wc", wc],
  ["sort", sort],
  ["uniq", uniq],
  ["cut", cut],
  ["tr", tr],
  ["sed", sed],
  ["tac", tac],
  ["seq", seq],
  ["tee", tee],
  ["xargs", xargs],
  ["column", column],
];

/** A template of Go's, as far as the client's own need it. */

export class TemplateTrouble extends Error {
  override name = "TemplateTrouble";
}

type Part =
  | { k: "text"; x: string }
  | { k: "print"; x: string; at: number }
  | { k: "if" | "range" | "with"; x: string; at: number; yes: Part[]; or: Part[] };

type Reader = { text: string; i: number; trimmed: boolean };

/** What a template works on: objects, lists, texts, numbers. */
export type Value = unknown;

function readParts(reader: Reader, ends: readonly string[]): { parts: Part[]; end: string } {
  const parts: Part[] = [];
  while (reader.i < reader.text.length) {
    const open = reader.text.indexOf("{{", reader.i);
    const raw = open < 0 ? reader.text.slice(reader.i) : reader.text.slice(reader.i, open);
    const dash = open >= 0 && reader.text.startsWith("{{- ", open);
    let x = reader.trimmed ? raw.trimStart() : raw;
    if (dash) x = x.trimEnd();
    if (x !== "") parts.push({ k: "text", x });
    if (open < 0) {
      reader.i = reader.text.length;
      break;
    }
    const close = reader.text.indexOf("}}", open);
    if (close < 0) throw new TemplateTrouble("unclosed action");
    const inner = reader.text.slice(open + 2, close);
    reader.trimmed = inner.endsWith(" -");
    const action = inner.replace(/^- /, "").replace(/ -$/, "").trim();
    reader.i = close + 2;
    const at = open + 2 + (/^\s*(?:json |len |\w+ )?/.exec(inner)?.[0].length ?? 0);
    const word = action.split(/\s/, 1)[0] ?? "";
    if (action.startsWith("/*")) continue;
    if (ends.includes(word)) return { parts, end: action };
    if (word === "if" || word === "range" || word === "with") {
      parts.push(readBlock(reader, word, action.slice(word.length).trim(), at));
    } else parts.push({ k: "print", x: action, at });
  }
  if (ends.length > 0) throw new TemplateTrouble("unexpected EOF");
  return { parts, end: "" };
}

function readBlock(reader: Reader, k: "if" | "range" | "with", x: string, at: number): Part {
  const first = readParts(reader, ["end", "else"]);
  if (first.end === "end") return { k, x, at, yes: first.parts, or: [] };
  const rest = first.end.slice(4).trim();
  if (rest.startsWith("if"))
    return { k, x, at, yes: first.parts, or: [readBlock(reader, "if", rest.slice(2).trim(), at)] };
  return { k, x, at, yes: first.parts, or: readParts(reader, ["end"]).parts };
}

type Scope = {
  dot: Value;
  root: Value;
  vars: Map<string, Value>;
  missing: (path: string, field: string) => never;
};

const fieldOf = (value: Value, name: string): Value => {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, name) ? (value as Record<string, Value>)[name] : undefined;
};

function walkFields(scope: Scope, from: Value, path: string): Value {
  let value = from;
  for (const name of path.split(".").filter((one) => one !== "")) {
    const next = fieldOf(value, name);
    if (next === undefined) scope.missing(path, name);
    value = next;
  }
  return value;
}

/** Words of an action: fields, texts in quotes, numbers, brackets and bars. */
const wordsOf = (action: string): string[] =>
  action.match(/"(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*'|[()|]|[^\s()|"`]+/g) ?? [];

function isTrue(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== "" && value !== 0 && value !== false;
}

/** A value as Go prints it. */
export function printed(value: Value): string {
  if (value === null || value === undefined) return "<no value>";
  if (Array.isArray(value)) return `[${value.map(printed).join(" ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([name, one]) => `${name}:${printed(one)}`).join(" ")}]`;
  }
  return String(value);
}

/** JSON as Go writes it, with the signs of HTML escaped. */
export const goJson = (value: Value): string => JSON.stringify(value ?? null);

const text = (value: Value) => (typeof value === "string" ? value : printed(value));

type Fn = (...args: Value[]) => Value;

const compare =
  (test: (a: number | string, b: number | string) => boolean): Fn =>
  (a, b) =>
    test(a as number, b as number);

const functions: Readonly<Record<string, Fn>> = {
  json: (value) => goJson(value),
  len: (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.keys(value).length
      : ((value as string | undefined)?.length ?? 0),
  upper: (value) => text(value).toUpperCase(),
  lower: (value) => text(value).toLowerCase(),
  title: (value) => text(value).replace(/\b\w/g, (letter) => letter.toUpperCase()),
  join: (list, by) => (list as string[]).join(text(by)),
  split: (value, by) => text(value).split(text(by)),
  truncate: (value, count) => text(value).slice(0, Number(count)),
  pad: (value, before, after) =>
    " ".repeat(Number(before)) + text(value) + " ".repeat(Number(after)),
  print: (...values) => values.map(text).join(""),
  println: (...values) => `${values.map(text).join(" ")}\n`,
  printf: (format, ...values) => {
    let i = 0;
    return text(format).replace(
      /%(-?\d*)(?:\.\d+)?([vsdqf%])/g,
      (_, width: string, code: string) => {
        if (code === "%") return "%";
        const value = code === "q" ? JSON.stringify(text(values[i++])) : text(values[i++]);
        const size = Number.parseInt(width.replace("-", "") || "0", 10);
        return width.startsWith("-") ? value.padEnd(size) : value.padStart(size);
      },
    );
  },
  index: (value, ...keys) =>
    keys.reduce<Value>(
      (from, key) => (Array.isArray(from) ? from[Number(key)] : (fieldOf(from, text(key)) ?? "")),
      value,
    ),
  slice: (value, from, to) =>
    (value as string).slice(Number(from), to === undefined ? undefined : Number(to)),
  eq: (a, ...others) => others.some((one) => one === a),
  ne: (a, b) => a !== b,
  lt: compare((a, b) => a < b),
  le: compare((a, b) => a <= b),
  gt: compare((a, b) => a > b),
  ge: compare((a, b) => a >= b),
  not: (value) => !isTrue(value),
  and: (...values) => values.find((one) => !isTrue(one)) ?? values.at(-1),
  or: (...values) => values.find(isTrue) ?? values.at(-1),
};

const unquoted = (word: string): string =>
  word.startsWith("`") ? word.slice(1, -1) : (JSON.parse(word) as string);

function operand(scope: Scope, words: string[]): Value {
  const word = words.shift() ?? "";
  if (word === "(") {
    const inner: string[] = [];
    let depth = 1;
    while (words.length > 0) {
      const next = words.shift() ?? "";
      if (next === "(") depth++;
      if (next === ")" && --depth === 0) break;
      inner.push(next);
    }
    const value = evaluateWords(scope, inner);
    return words[0]?.startsWith(".") ? walkFields(scope, value, words.shift() ?? "") : value;
  }
  if (/^["`]/.test(word)) return unquoted(word);
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return Number(word);
  if (word === "true" || word === "false") return word === "true";
  if (word === "nil") return null;
  if (word === ".") return scope.dot;
  if (word.startsWith("$")) {
    const [name = "$", ...rest] = word.split(".");
    const value = name === "$" ? scope.root : scope.vars.get(name);
    return rest.length === 0 ? value : walkFields(scope, value, `.${rest.join(".")}`);
  }
  if (word.startsWith(".")) return walkFields(scope, scope.dot, word);
  const fn = functions[word];
  if (fn === undefined) throw new TemplateTrouble(`function ${JSON.stringify(word)} not defined`);
  return fn(...[]);
}

function evaluatePipe(scope: Scope, words: string[], last: readonly Value[]): Value {
  const [name = ""] = words;
  const fn =
    /^[a-z]\w*$/i.test(name) && !["true", "false", "nil"].includes(name)
      ? functions[name]
      : undefined;
  if (fn === undefined) {
    if (/^[a-z]\w*$/i.test(name) && !["true", "false", "nil"].includes(name)) {
      throw new TemplateTrouble(`function ${JSON.stringify(name)} not defined`);
    }
    return operand(scope, words);
  }
  words.shift();
  const args: Value[] = [];
  while (words.length > 0) args.push(operand(scope, words));
  return fn(...args, ...last);
}

function evaluateWords(scope: Scope, words: readonly string[]): Value {
  const stages: string[][] = [[]];
  let depth = 0;
  for (const word of words) {
    if (word === "(") depth++;
    if (word === ")") depth--;
    if (word === "|" && depth === 0) stages.push([]);
    else stages.at(-1)?.push(word);
  }
  let value: Value;
  stages.forEach((stage, i) => {
    value = evaluatePipe(scope, stage, i === 0 ? [] : [value]);
  });
  return value;
}

const assignment = /^(\$\w+)(?:\s*,\s*(\$\w+))?\s*:?=\s*(.*)$/s;

function runParts(parts: readonly Part[], scope: Scope): string {
  return parts.map((part) => runPart(part, scope)).join("");
}

function runPart(part: Part, scope: Scope): string {
  if (part.k === "text") return part.x;
  const [, first, second, rest = part.x] = assignment.exec(part.x) ?? [];
  const missing = (path: string, field: string) => scope.missing(`${part.at}|${path}`, field);
  const value = evaluateWords({ ...scope, missing }, wordsOf(rest));
  if (part.k === "print") {
    if (first !== undefined) {
      scope.vars.set(first, value);
      return "";
    }
    return typeof value === "string" ? value : printed(value);
  }
  if (part.k === "range") return runRange(part, value, scope, [first, second]);
  const inner = part.k === "with" ? { ...scope, dot: value } : scope;
  return isTrue(value) ? runParts(part.yes, inner) : runParts(part.or, scope);
}

function runRange(
  part: Part & { k: "if" | "range" | "with" },
  value: Value,
  scope: Scope,
  [first, second]: readonly (string | undefined)[],
): string {
  const entries: [Value, Value][] = Array.isArray(value)
    ? value.map((one, i) => [i, one])
    : Object.entries((value ?? {}) as Record<string, Value>).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return runParts(part.or, scope);
  return entries
    .map(([key, one]) => {
      const vars = new Map(scope.vars);
      if (first !== undefined && second !== undefined) {
        vars.set(first, key);
        vars.set(second, one);
      } else if (first !== undefined) vars.set(first, one);
      return runParts(part.yes, { ...scope, dot: one, vars });
    })
    .join("");
}

export type Template = { run: (value: Value) => string };

/** Reads a template; `missing` says what a field that is not there means. */
export function readTemplate(
  source: string,
  missing: (at: number, path: string, field: string, value: Value) => never,
): Template {
  const { parts } = readParts({ text: source, i: 0, trimmed: false }, []);
  return {
    run: (value) =>
      runParts(parts, {
        dot: value,
        root: value,
        vars: new Map(),
        missing: (path, field) => {
          const [at = "0", plain = path] = path.split("|");
          // Of a chain of fields Go names the place of the second.
          const [first = ""] = /^\.[^.]+(?=\.)/.exec(plain) ?? [];
          return missing(Number(at) + first.length, plain, field, value);
        },
      }),
  };
}

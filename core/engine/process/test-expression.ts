import { fileAt, lookAt } from "#core/engine/files/file-system";
import { fullPath } from "#core/engine/files/paths";
import type { Call } from "./call";

/** `test`, `[`: 0 for true, 1 for false. */
export function testExpression(call: Call, words: readonly string[]): number {
  const [answer] = or(call, words, 0);
  return answer ? 0 : 1;
}

type Read = readonly [boolean, number];

function or(call: Call, words: readonly string[], from: number): Read {
  let [answer, i] = and(call, words, from);
  while (words[i] === "-o" || words[i] === "||") {
    const [next, end] = and(call, words, i + 1);
    answer = answer || next;
    i = end;
  }
  return [answer, i];
}

function and(call: Call, words: readonly string[], from: number): Read {
  let [answer, i] = not(call, words, from);
  while (words[i] === "-a" || words[i] === "&&") {
    const [next, end] = not(call, words, i + 1);
    answer = answer && next;
    i = end;
  }
  return [answer, i];
}

function not(call: Call, words: readonly string[], from: number): Read {
  if (words[from] === "!" && words.length > from + 1) {
    const [answer, i] = not(call, words, from + 1);
    return [!answer, i];
  }
  if (words[from] === "(") {
    const [answer, i] = or(call, words, from + 1);
    return [answer, i + 1];
  }
  return single(call, words, from);
}

const binary = new Set(["=", "==", "!=", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "<", ">", "=~"]);

function single(call: Call, words: readonly string[], i: number): Read {
  const [first, sign = "", second = ""] = words.slice(i, i + 3);
  if (first === undefined) return [false, i];
  if (binary.has(sign)) return [compare(first, sign, second), i + 3];
  if (/^-[a-zA-Z]$/.test(first) && sign !== "" && sign !== "-a" && sign !== "-o") {
    return [unary(call, first, sign), i + 2];
  }
  if (/^-[nz]$/.test(first) && words.length > i + 1) return [unary(call, first, sign), i + 2];
  return [first !== "", i + 1];
}

function compare(a: string, sign: string, b: string): boolean {
  switch (sign) {
    case "=":
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "=~":
      return new RegExp(b).test(a);
    case "-eq":
      return Number(a) === Number(b);
    case "-ne":
      return Number(a) !== Number(b);
    case "-lt":
      return Number(a) < Number(b);
    case "-le":
      return Number(a) <= Number(b);
    case "-gt":
      return Number(a) > Number(b);
    default:
      return Number(a) >= Number(b);
  }
}

function unary({ m, place, thread }: Call, sign: string, value: string): boolean {
  const path = fullPath(value, thread.cwd);
  const node = fileAt(m, place, path);
  switch (sign) {
    case "-n":
      return value !== "";
    case "-z":
      return value === "";
    case "-f":
      return node?.t === "f";
    case "-d":
      return node?.t === "d";
    case "-L":
    case "-h":
      return lookAt(m, place, path)?.t === "l";
    case "-s":
      return node?.t === "d" || (node?.t === "f" && node.x !== "");
    case "-x":
      return node?.t === "d" || (node?.t === "f" && ((node.m ?? 0) & 0o111) !== 0);
    case "-t":
      return false;
    case "-S":
    case "-p":
    case "-b":
    case "-c":
      return false;
    default:
      return node !== null;
  }
}

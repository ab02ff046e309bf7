import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalCommand } from "./canonical-command";
import cases from "./cases.jsonl?raw";
import { compareCommands } from "./compare-commands";
import { measuredWorld } from "./measured-world";
import { parseCommand } from "./parse-command";
import { repairText } from "./repair/repair-text";
import { commandAt } from "./tables/command-table";

const world = { world: measuredWorld };
const read = (text: string) => parseCommand(text, world);

/** Every measured command that means something, each with what a page may make of it. */
const commands = [
  ...new Set(
    cases
      .trim()
      .split("\n")
      .flatMap((line) => {
        const { a, b } = JSON.parse(line) as { a: string; b: string };
        return [a, b];
      }),
  ),
].filter((text) => canonicalCommand(read(text)).kind === "canonical");

type Mutation = (text: string, pick: (from: string) => string) => string;

/** Changes each sign that stands outside quotes and behind no backslash. */
function outsideQuotes(text: string, change: (sign: string, i: number) => string): string {
  let quote = "";
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === "\\") {
      out += text.slice(i, i + 2);
      i++;
    } else if (quote === "" && (sign === '"' || sign === "'")) {
      quote = sign;
      out += sign;
    } else if (sign === quote) {
      quote = "";
      out += sign;
    } else out += quote === "" ? change(sign, i) : sign;
  }
  return out;
}

const hyphens = "\u2010\u2011\u2012\u2212\uFE63\uFF0D";
const longDashes = "\u2013\u2014\u2015\u2E3A\uFE58";
const spaces = "\u00A0\u1680\u2000\u2002\u2003\u2007\u2009\u200A\u202F\u205F\u3000";
const lineBreaks = "\u2028\u2029\u0085\u000B\u000C";
const unseen = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202C\u2060\u2066\u2069\uFEFF\u061C";

/** Options under other dashes, where their letters leave it open in no way what was meant. */
const withDashes: Mutation = (text, pick) => {
  const parsed = read(text);
  if (parsed.kind !== "command") return text;
  const spec = commandAt(parsed.verb);
  let out = text;
  for (const { role, start, text: said } of [...parsed.parts].reverse()) {
    const [, typed = "", name = ""] = /^(--?)([\w-]+)/.exec(said) ?? [];
    // A quoted option is kept as it is.
    if (role !== "flag" || typed === "" || text.slice(start, start + said.length) !== said)
      continue;
    const word = /^[^\s=]*/.exec(text.slice(start + typed.length))?.[0] ?? name;
    const isLong = typed === "--";
    const open =
      spec !== undefined && (isLong ? spec.short.has(word.charAt(0)) : spec.long.has(word));
    if (!isLong && word.length > 4) continue;
    const signs = isLong
      ? pick(open ? longDashes : longDashes + hyphens)
      : pick(open ? hyphens : longDashes + hyphens);
    out = out.slice(0, start) + signs + out.slice(start + typed.length);
  }
  return out;
};

const mutations: Readonly<Record<string, Mutation>> = {
  dashes: withDashes,
  "two dashes": (text, pick) => {
    const parsed = read(text);
    let out = text;
    for (const { role, start, text: said } of [...parsed.parts].reverse()) {
      if (role !== "flag" || !said.startsWith("--") || !text.startsWith(said, start)) continue;
      out = `${out.slice(0, start)}${pick(longDashes + hyphens)}${pick(`-${hyphens}\u2013`)}${out.slice(start + 2)}`;
    }
    return out;
  },
  spaces: (text, pick) => outsideQuotes(text, (sign) => (sign === " " ? pick(spaces) : sign)),
  "signs that show nothing": (text, pick) =>
    [...text].map((sign, i) => (i % 5 === 2 ? pick(unseen) + sign : sign)).join(""),
  "full width": (text) =>
    outsideQuotes(text, (sign, i) =>
      /[!-~]/.test(sign) && !/['"\\-]/.test(sign) && i % 3 !== 0
        ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0)
        : sign,
    ),
  "curly quotes": (text, pick) => {
    if (/\\|'[^']*"|"[^"]*'/.test(text)) return text;
    const pairs = {
      '"': pick("\u201C\u201E\u00AB\u2033\uFF02\u300C"),
      "'": pick("\u2018\u201A\u2039\u2032\uFF07"),
    };
    const ends: Record<string, string> = {
      "\u201C": "\u201D",
      "\u201E": "\u201C",
      "\u00AB": "\u00BB",
      "\u300C": "\u300D",
      "\u2018": "\u2019",
      "\u201A": "\u2018",
      "\u2039": "\u203A",
    };
    let open = false;
    return text.replace(/['"]/g, (quote) => {
      open = !open;
      const sign = quote === '"' ? pairs['"'] : pairs["'"];
      return open ? sign : (ends[sign] ?? sign);
    });
  },
  prompt: (text, pick) =>
    ({
      a: "$ ",
      b: "# ",
      c: "% ",
      d: "> ",
      e: "root@host:~# ",
      f: "user@host dir % ",
      g: "PS C:\\Users\\me> ",
      h: "[root@host ~]# ",
    })[pick("abcdefgh")] + text,
  "a sign before it": (text, pick) => pick(spaces + unseen + lineBreaks) + text,
  "a sign after it": (text, pick) => text + pick(spaces + unseen + lineBreaks),
  "a terminal's colours": (text, pick) =>
    `\u001B[1;32mme@host\u001B[0m:\u001B[34m~/x\u001B[0m${pick("$#")} \u001B[${pick("0123")}m${text}\u001B[0m`,
  "a page's source": (text, pick) =>
    `docker${pick(" \u00A0") === " " ? "&#32;" : "&nbsp;"}${text.slice(7)}`
      .replace(/&(?!#32;|nbsp;)/g, pick("ab") === "a" ? "&amp;" : "&#38;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, pick("ab") === "a" ? "&quot;" : "&#x22;")
      .replace(/'/g, pick("ab") === "a" ? "&#39;" : "&apos;"),
  "a line that goes on": (text, pick) =>
    outsideQuotes(text, (sign) => (sign === " " && pick("01") === "1" ? " \\ \n  " : sign)),
};

describe("a pasted command means what was copied", () => {
  test.each(Object.keys(mutations))("%s", (name) => {
    const mutate = mutations[name];
    fc.assert(
      fc.property(fc.constantFrom(...commands), fc.infiniteStream(fc.nat()), (text, stream) => {
        const pick = (from: string) => from.charAt((stream.next().value ?? 0) % from.length);
        // A command is read behind a prompt only if it begins as one.
        if (/^(?:prompt|a terminal)/.test(name) && !/^(?:sudo |docker)/.test(text)) return;
        if (name === "a page's source" && (!text.startsWith("docker ") || text.includes("&#")))
          return;
        if (name !== "prompt" && /^(?:echo|printf)|\b(?:echo|printf) /.test(text)) return;
        const pasted = mutate?.(text, pick) ?? text;
        const parsed = read(pasted);
        expect([pasted, compareCommands(read(text), parsed).verdict]).toEqual([pasted, "equal"]);
        expect(parsed.repairs.length > 0).toBe(pasted !== text);
      }),
      { numRuns: 300 },
    );
  });

  test("a plain command is read as it stands", () => {
    for (const text of commands) expect(repairText(text)).toMatchObject({ text, repairs: [] });
  });
});

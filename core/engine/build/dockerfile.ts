import { jsonWords } from "#core/engine/image-commands/changes";

/** One instruction: its word in capitals, its text, its flags, and the lines it stands on (from 1). */
export type Instruction = {
  word: string;
  text: string;
  flags: Readonly<Record<string, string>>;
  from: number;
  to: number;
  /** As it was written, for messages. */
  raw: string;
};

export type Stage = {
  name: string;
  base: string;
  index: number;
  from: Instruction;
  steps: Instruction[];
};
export type Dockerfile = { lines: string[]; args: Instruction[]; stages: Stage[] };

/** What is wrong with a Dockerfile; the lines it is about, if any. */
export class BuildTrouble extends Error {
  override name = "BuildTrouble";
  constructor(
    message: string,
    readonly from = 0,
    readonly to = from,
  ) {
    super(message);
  }
}

const known =
  "FROM RUN CMD LABEL MAINTAINER EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL".split(
    " ",
  );

function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    let before = row[0] ?? 0;
    row[0] = i;
    for (let k = 1; k <= b.length; k++) {
      const above = row[k] ?? 0;
      const same = a.charAt(i - 1) === b.charAt(k - 1) ? 0 : 1;
      row[k] = Math.min(above + 1, (row[k - 1] ?? 0) + 1, before + same);
      before = above;
    }
  }
  return row[b.length] ?? 99;
}

function nearest(word: string): string {
  const near = known
    .map((one) => [distance(word, one), one] as const)
    .filter(([away]) => away <= 2)
    .sort(([a], [b]) => a - b)[0];
  return near ? ` (did you mean ${near[1]}?)` : "";
}

/** Parts the text into instructions: continued lines joined, remarks left out. */
function instructions(lines: readonly string[]): Instruction[] {
  const list: Instruction[] = [];
  let text = "";
  let from = 0;
  lines.forEach((line, i) => {
    const plain = line.trim();
    if (plain.startsWith("#") || (plain === "" && text === "")) return;
    if (text === "") from = i + 1;
    const continued = /\\\s*$/.test(line);
    text += continued ? line.replace(/\\\s*$/, "") : line;
    if (continued && i < lines.length - 1) return;
    list.push(readInstruction(text.trim(), from, i + 1));
    text = "";
  });
  return list;
}

function readInstruction(raw: string, from: number, to: number): Instruction {
  const [, word = raw, rest = ""] = /^(\S+)\s*(.*)$/s.exec(raw) ?? [];
  const flags: Record<string, string> = {};
  let text = rest;
  if (/^(?:COPY|ADD|RUN|FROM)$/i.test(word)) {
    for (
      let flag = /^--([\w-]+)(?:=(\S+))?\s+/.exec(text);
      flag;
      flag = /^--([\w-]+)(?:=(\S+))?\s+/.exec(text)
    ) {
      flags[flag[1] ?? ""] = flag[2] ?? "true";
      text = text.slice(flag[0].length);
    }
  }
  return { word: word.toUpperCase(), text, flags, from, to, raw };
}

function check(one: Instruction): void {
  const fail = (why: string) => {
    throw new BuildTrouble(`dockerfile parse error on line ${one.from}: ${why}`, one.from, one.to);
  };
  const written = one.raw.split(/\s/, 1)[0] ?? "";
  if (!known.includes(one.word)) fail(`unknown instruction: ${written}${nearest(one.word)}`);
  const single = /^(?:USER|WORKDIR|STOPSIGNAL)$/.test(one.word);
  if (one.text === "" && one.word !== "CMD" && one.word !== "FROM") {
    fail(`${one.word} requires ${single ? "exactly one argument" : "at least one argument"}`);
  }
  if (one.word === "FROM" && ![1, 3].includes(one.text.split(/\s+/).length))
    fail("FROM requires either one or three arguments");
  if ((one.word === "COPY" || one.word === "ADD") && wordsOf(one).length < 2) {
    fail(
      `${one.word} requires at least two arguments, but only one was provided. Destination could not be determined`,
    );
  }
}

/** Words of COPY and ADD: in JSON, or parted by blanks. */
export const wordsOf = ({ text }: Instruction): string[] =>
  jsonWords(text) ?? text.split(/\s+/).filter((one) => one !== "");

/** Reads a Dockerfile, or throws BuildTrouble. */
export function readDockerfile(text: string): Dockerfile {
  const lines = text.split("\n");
  const list = instructions(lines);
  if (list.length === 0) throw new BuildTrouble("the Dockerfile cannot be empty");
  for (const one of list) check(one);
  const args: Instruction[] = [];
  const stages: Stage[] = [];
  for (const one of list) {
    const stage = stages.at(-1);
    if (one.word === "FROM") {
      const [base = "", , name = ""] = one.text.split(/\s+/);
      stages.push({ name, base, index: stages.length, from: one, steps: [] });
    } else if (stage !== undefined) stage.steps.push(one);
    else if (one.word === "ARG") args.push(one);
    else throw new BuildTrouble("no build stage in current context", one.from, one.to);
  }
  if (stages.length === 0) throw new BuildTrouble("file with no instructions");
  return { lines, args, stages };
}

/** The lines around what a message is about, as BuildKit shows them. */
export function excerpt(
  name: string,
  { lines }: { lines: readonly string[] },
  from: number,
  to: number,
): string {
  const shown: string[] = [];
  for (let n = Math.max(1, from - 2); n <= Math.min(lines.length, to + 2); n++) {
    const mark = n >= from && n <= to ? ">>> " : "    ";
    shown.push(`${String(n).padStart(4)} | ${mark}${lines[n - 1] ?? ""}`);
  }
  return `${name}:${from}\n--------------------\n${shown.join("\n")}\n--------------------\n`;
}

/** Puts the values of ARG and ENV in the place of `$NAME` and `${NAME}`. */
export function substituted(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    /\\\$|\$(?:\{(\w+)(?:(:?[-+])([^}]*))?\}|(\w+))/g,
    (whole, braced?: string, op?: string, other?: string, plain?: string) => {
      if (whole === "\\$") return "$";
      const value = values[braced ?? plain ?? ""];
      if (op?.endsWith("-"))
        return value === undefined || (op === ":-" && value === "") ? (other ?? "") : value;
      if (op?.endsWith("+"))
        return value === undefined || (op === ":+" && value === "") ? "" : (other ?? "");
      return value ?? "";
    },
  );
}

import { describe, expect, it } from "vitest";
import { canonicalCommand } from "#core/docker/canonical-command";
import { explainRows } from "#core/docker/explain-part";
import { parseCommand } from "#core/docker/parse-command";
import { describeEffect } from "#core/docker/say/describe-effect";
import { fieldWords } from "#core/docker/say/words";
import type { CommandSpec, FlagSpec } from "#core/docker/tables/command-table";
import { readTableLine } from "#core/docker/tables/command-table";
import { flagTable, globalFlags } from "#core/docker/tables/flag-table";
import { programs } from "#core/docker/tables/other-programs";
import { rareTable } from "#core/docker/tables/rare-table";
import { allFlagNotes } from "./all-flag-notes";
import { plugins } from "./plugins";

const client = [flagTable, rareTable]
  .flatMap((table) => table.trim().split("\n"))
  .map((line) => readTableLine(line));
const beside = [...new Set([...programs.values(), ...plugins.values()])];
const specs: CommandSpec[] = [
  ...client.map((spec) => ({ ...spec, name: `docker ${spec.name}` })),
  ...beside.flatMap(({ verbs }) => [...new Set(verbs.values())]),
];

/** A value that a flag of each type takes; some flags want one of their own. */
const values: Readonly<Record<string, string>> = {
  "add-host": "db:10.0.0.2",
  attach: "STDOUT",
  cgroupns: "host",
  cpus: "1.5",
  device: "/dev/fuse",
  dns: "10.0.0.2",
  "dns-search": "example.com",
  expose: "80",
  ip: "10.0.0.2",
  ip6: "2001:db8::2",
  ipc: "host",
  "mac-address": "02:42:ac:11:00:02",
  memory: "64m",
  network: "front",
  pid: "host",
  platform: "linux/amd64",
  publish: "8080:80",
  pull: "always",
  restart: "always",
  since: "10m",
  until: "5m",
  signal: "TERM",
  "stop-signal": "TERM",
  userns: "host",
  uts: "host",
  volume: "data:/data",
  workdir: "/app",
  type: "image",
  mode: "global",
  availability: "active",
  role: "worker",
  time: "5",
};
const ofType: Readonly<Record<string, string>> = {
  list: "a=1",
  map: "a=1",
  stringToString: "host=unix:///a",
  uint16: "5",
  int: "5",
  uint: "5",
  uint32: "5",
  decimal: "1.5",
  float: "0.5",
  duration: "5s",
  bytes: "64m",
  mount: "type=volume,src=data,dst=/data",
  network: "front",
  ulimit: "nofile=5",
  filter: "label=a",
  "gpu-request": "all",
  port: "8080:80",
};

const typed = (flag: FlagSpec) =>
  flag.type === "bool"
    ? `--${flag.long}`
    : `--${flag.long}=${values[flag.long] ?? ofType[flag.type] ?? "a1"}`;

const switchedOff = (text: string, { long }: FlagSpec) =>
  text.replace(` --${long}`, ` --${long}=false`);

const place = (word: string) =>
  /=/.test(word) ? "web=3" : /PATH|URL|SRC|FILE/.test(word) ? "." : "web";

function commandOf(spec: CommandSpec, flag: FlagSpec | null): string {
  const args = spec.pattern
    .split(" ")
    .filter((word) => word !== "" && word !== "|")
    .map(place);
  const given = args.slice(0, Math.max(spec.least, Math.min(1, spec.most ?? 1)));
  return [spec.name, ...(flag === null ? [] : [typed(flag)]), ...given].join(" ");
}

const all = specs.flatMap((spec) =>
  [null, ...spec.long.values()].map((flag) => commandOf(spec, flag)),
);

/** What no line of words has: the signs of a program, a word twice, something empty. */
const odd = [
  /[{}[\]]|\$|undefined|null|"/,
  /\b(\w+) \1\b/i,
  / [,.;]|,,|^\s|\s$| {2}|of ,|^$/,
] as const;

const isPlain = (line: string) => {
  const words = line.replace(/`[^`]*`/g, "X");
  return !odd.some((sign) => sign.test(words)) && !/``|value of the option before/.test(line);
};

describe("of every command with every option", () => {
  it("has many to try", () => expect(all.length).toBeGreaterThan(1500));

  it("each part is explained by a line of its own", () => {
    const unsaid = ["an option", "the option's value"];
    const faults = all.flatMap((text) =>
      explainRows(text, parseCommand(text, { plugins }), allFlagNotes)
        .filter(({ says }) => !isPlain(says) || unsaid.includes(says))
        .map(({ says, text: part }) => [text, part, says]),
    );
    expect(faults).toEqual([]);
  });

  it("what it does is told in plain sentences, and its values in words", () => {
    const isSentence = (line: string) =>
      isPlain(line) &&
      /^(?:[A-Z][a-z]+s|Is) .*\.$/s.test(line) &&
      !/`(?:true|false|null)`/.test(line);
    const faults = all.flatMap((text) => {
      const read = canonicalCommand(parseCommand(text, { plugins }));
      if (read.kind !== "canonical") return [];
      const sentences = describeEffect(read).filter((line) => !isSentence(line));
      const values = read.aspects.map(({ value }) => fieldWords(value));
      return [...sentences, ...values.filter((line) => !isPlain(line))].map((line) => [text, line]);
    });
    expect(faults).toEqual([]);
  });

  it("a switch that is off is not told as one that is on", () => {
    const told = (text: string) => {
      const read = canonicalCommand(parseCommand(text, { plugins }));
      // The first sentence tells what the command does.
      return read.kind === "canonical" ? describeEffect(read).slice(1) : [];
    };
    const faults = specs.flatMap((spec) =>
      [...spec.long.values()]
        .filter(({ type }) => type === "bool")
        .flatMap((flag) => {
          const on = commandOf(spec, flag);
          const off = switchedOff(on, flag);
          const plain = told(commandOf(spec, null));
          const same = told(on).filter((line) => told(off).includes(line) && !plain.includes(line));
          return same.map((line) => [off, line]);
        }),
    );
    expect(faults).toEqual([]);
  });

  it("each option of each command has its note", () => {
    const known = new Set(
      all.map((text) => text.split(" --")[1]?.split(/[ =]/)[0]).filter(Boolean),
    );
    const globals = globalFlags.split(" ").map((flag) => flag.split("/")[0] ?? "");
    const lacking = [...known, ...globals].filter(
      (name) => !Object.keys(allFlagNotes).some((key) => key === name || key.endsWith(` ${name}`)),
    );
    expect(lacking).toEqual([]);
  });

  it("no note is for a command or an option that is not there", () => {
    const names = new Set(specs.flatMap((spec) => [...spec.long.keys()]));
    for (const program of beside) for (const name of program.globals.long.keys()) names.add(name);
    for (const flag of globalFlags.split(" ")) names.add(flag.split("/")[0] ?? "");
    const dead = Object.keys(allFlagNotes).filter(
      (key) => !names.has(key.split(" ").at(-1) ?? "") && key !== "help",
    );
    expect(dead).toEqual([]);
  });
});

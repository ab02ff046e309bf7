import { commandAt, type FlagSpec } from "#core/docker/tables/command-table";
import { filterObjection } from "#core/docker/tables/filters";
import { otherCommand } from "#core/docker/tables/other-programs";
import type { GivenFlag, Json, Level } from "#core/docker/types";
import { readCommaList } from "#core/docker/values/comma-list";
import { fullReference } from "#core/docker/values/image-reference";
import { readSwap } from "#core/docker/values/numbers";
import { signalName } from "#core/docker/values/signals";
import { typedValues } from "#core/docker/values/typed-values";
import { append, at, type Draft, isTrue, last, put, refuse, sortAspect } from "./draft";

type Lowering = { draft: Draft; flag: GivenFlag; spec: FlagSpec | undefined; level: Level };

/** A typed value in one spelling; text that its type does not check stays as it is. */
export function typedValue(spec: FlagSpec | undefined, text: string): Json {
  if (spec === undefined) return text;
  if (spec.type === "bool") return isTrue(text);
  const read = spec.long === "memory-swap" ? readSwap(text) : typedValues[spec.type]?.(text);
  return read?.ok ? read.value : text;
}

const isNothing = (value: Json) => value === "" || value === 0 || value === false;

/** Whether a value says what holds anyway. */
const isUsual = (spec: FlagSpec | undefined, value: Json) =>
  spec !== undefined && spec.preset !== "" && typedValue(spec, spec.preset) === value;

function scalar({ draft, flag, spec, level }: Lowering): void {
  const value = typedValue(spec, flag.value);
  draft.aspects.delete(flag.name);
  if (isUsual(spec, value)) return;
  const offCounts = spec?.type === "bool" && spec.preset === "true";
  if (isNothing(value) && !offCounts) return;
  put(draft, flag.name, value, at(flag.span, level));
}

/** A flag whose effect no one sees; the measuring client tells it by its text alone. */
function silent(lowering: Lowering): void {
  const { draft, flag, spec } = lowering;
  if (!draft.command.world.measured) {
    scalar({ ...lowering, level: "client" });
    return;
  }
  draft.aspects.delete(flag.name);
  const usual = spec?.preset || (spec?.type === "bool" ? "false" : "");
  if (flag.value !== usual) put(draft, flag.name, flag.value, at(flag.span, "client"));
}

function pair({ draft, flag, level }: Lowering): void {
  const equals = flag.value.indexOf("=");
  const key = equals < 0 ? flag.value : flag.value.slice(0, equals);
  const value = equals < 0 ? "" : flag.value.slice(equals + 1);
  put(draft, `${flag.name} ${key}`, value, at(flag.span, level));
}

function each({ draft, flag, level }: Lowering, values: readonly string[]): void {
  for (const value of values) append(draft, flag.name, value, at(flag.span, level));
  sortAspect(draft, flag.name);
}

function capability(name: string): string {
  const upper = name.toUpperCase();
  return upper === "ALL" ? upper : upper.replace(/^CAP_/, "");
}

function filter({ draft, flag, level }: Lowering): void {
  const read = typedValues.filter?.(flag.value);
  if (!read?.ok || !Array.isArray(read.value)) return;
  const [key, value] = read.value;
  const objection = filterObjection(draft.command.verb, String(key), String(value));
  if (objection !== null) {
    refuse(draft, "engine", objection, flag.span);
    return;
  }
  append(draft, `filter ${String(key)}`, String(value), at(flag.span, level));
  sortAspect(draft, `filter ${String(key)}`, true);
}

function signal({ draft, flag, level }: Lowering): void {
  draft.aspects.delete(flag.name);
  if (flag.value === "") return;
  const name = signalName(flag.value);
  if (name === null) {
    // Only the last one reaches the engine.
    if (last(draft.command, flag.name) !== flag) return;
    refuse(draft, "engine", `Invalid signal: ${flag.value}`, flag.span);
    return;
  }
  put(draft, flag.name, name, at(flag.span, level));
}

const commaValues = (text: string): readonly string[] => {
  const read = readCommaList(text);
  return read.ok ? read.value : [text];
};

const rules: Readonly<Record<string, (lowering: Lowering) => void>> = {
  own: () => {},
  none: () => {},
  scalar,
  client: silent,
  output: (lowering) => scalar({ ...lowering, level: "output" }),
  keep: ({ draft, flag, spec, level }) =>
    put(draft, flag.name, typedValue(spec, flag.value), at(flag.span, level)),
  keepOff: scalar,
  set: (lowering) => each(lowering, [lowering.flag.value]),
  order: ({ draft, flag, level }) => append(draft, flag.name, flag.value, at(flag.span, level)),
  csvset: (lowering) => each(lowering, commaValues(lowering.flag.value)),
  /** The usual value counts too when it is given; nothing does not. */
  nonzero: ({ draft, flag, spec, level }) => {
    const value = typedValue(spec, flag.value);
    if (isNothing(value)) draft.aspects.delete(flag.name);
    else put(draft, flag.name, value, at(flag.span, level));
  },
  /** The client only prints that it no longer heeds the flag. */
  noted: ({ draft, flag }) => put(draft, flag.name, "noted", at(flag.span, "output")),
  pairs: pair,
  // An option that is set to nothing is not sent.
  options: (lowering) => {
    if (/=./s.test(lowering.flag.value)) pair(lowering);
    else
      lowering.draft.aspects.delete(
        `${lowering.flag.name} ${lowering.flag.value.replace("=", "")}`,
      );
  },
  filter,
  signal,
  lower: ({ draft, flag, level }) => {
    draft.aspects.delete(flag.name);
    if (flag.value !== "") put(draft, flag.name, flag.value.toLowerCase(), at(flag.span, level));
  },
  images: (lowering) => each(lowering, [fullReference(lowering.flag.value)]),
  platform: (lowering) => platform(lowering, [lowering.flag.value]),
  platforms: (lowering) => platform(lowering, commaValues(lowering.flag.value)),
  caps: (lowering) => {
    each(lowering, [capability(lowering.flag.value)]);
    sortAspect(lowering.draft, lowering.flag.name, true);
  },
  hosts: (lowering) => {
    const [, name = "", address = ""] = /^([^=:]*)[=:](.*)$/s.exec(lowering.flag.value) ?? [];
    each(lowering, [`${name}:${address.replace(/^\[(.*)\]$/, "$1")}`]);
  },
  bytes: (lowering) =>
    scalar({
      ...lowering,
      spec: { ...(lowering.spec ?? blank), type: "bytes" },
    }),
};

const blank: FlagSpec = {
  long: "",
  short: "",
  type: "string",
  repeats: false,
  windowsOnly: false,
  preset: "",
  rule: "",
};

const byType: Readonly<Record<string, string>> = {
  list: "set",
  map: "pairs",
  stringToString: "pairs",
  strings: "csvset",
  filter: "filter",
};

/** Turns the flags that mean just their value into aspects; the others wait for their command. */
export function lowerFlags(draft: Draft): void {
  const { verb, flags } = draft.command;
  const spec = commandAt(verb) ?? otherCommand(verb);
  for (const flag of flags) {
    const flagSpec = spec?.long.get(flag.name);
    if (flagSpec?.windowsOnly) {
      refuse(draft, "client", notHere(flag.name), flag.span);
      return;
    }
    const rule = flagSpec?.rule || byType[flagSpec?.type ?? ""];
    (rules[rule ?? ""] ?? scalar)({ draft, flag, spec: flagSpec, level: "request" });
  }
}

const experimental = new Set(["squash", "checkpoint", "checkpoint-dir", "leave-running"]);

const notHere = (flag: string) =>
  experimental.has(flag)
    ? `"--${flag}" is only supported on a Docker daemon with experimental features enabled`
    : `"--${flag}" is only supported on a Docker daemon running on windows, but the Docker daemon is running on linux`;

function platform(lowering: Lowering, texts: readonly string[]): void {
  const { draft, flag, level } = lowering;
  draft.aspects.delete(flag.name);
  for (const text of texts) {
    if (text === "") continue;
    const read = readPlatform(text);
    if (read === null) {
      const why = `unknown operating system or architecture: invalid argument`;
      refuse(
        draft,
        "client",
        `error parsing specified platform: ${JSON.stringify(text)}: ${why}`,
        flag.span,
      );
      return;
    }
    append(draft, flag.name, read, at(flag.span, level));
  }
  sortAspect(draft, flag.name);
}

const systems = new Set(
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos".split(
    " ",
  ),
);
const machines: Readonly<Record<string, string>> = {
  x86_64: "amd64",
  "x86-64": "amd64",
  aarch64: "arm64",
  i386: "386",
  armhf: "arm/v7",
  armel: "arm/v6",
};
const known = new Set(
  "386 amd64 arm arm64 ppc64 ppc64le mips mipsle mips64 mips64le riscv64 s390x loong64 wasm".split(
    " ",
  ),
);

/** `linux/amd64` in one spelling, or null when neither part is known. */
export function readPlatform(text: string): string | null {
  const parts = text.toLowerCase().split("/");
  if (parts.length > 3 || parts.some((part) => !/^[a-z0-9_.-]+$/.test(part))) return null;
  const [first = "", ...rest] = parts;
  const machine = (name: string) => machines[name] ?? name;
  if (rest.length === 0) {
    if (systems.has(first)) return `${first}/amd64`;
    const alone = machine(first);
    return known.has(alone.split("/")[0] ?? "") ? `linux/${alone}` : null;
  }
  const [kind = "", variant] = rest;
  const full = `${first}/${machine(kind)}${variant === undefined ? "" : `/${variant}`}`;
  return full === "linux/arm64/v8" ? "linux/arm64" : full;
}

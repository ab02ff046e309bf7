import { commandAt, type FlagSpec } from "#core/docker/tables/command-table";
import { filterObjection } from "#core/docker/tables/filters";
import type { GivenFlag, Json, Level, Span } from "#core/docker/types";
import { readCommaList } from "#core/docker/values/comma-list";
import { cut } from "#core/docker/values/cut";
import { rareReaders, readerOf } from "#core/docker/values/flag-readers";
import { fullReference } from "#core/docker/values/image-reference";
import { readPlatform } from "#core/docker/values/platforms";
import { signalName } from "#core/docker/values/signals";
import { append, at, type Draft, given, last, put, refuse, sortAspect } from "./draft";

type Lowering = { draft: Draft; flag: GivenFlag; spec: FlagSpec | undefined; level: Level };

/** A flag's value as the client sends it; text that it does not check stays as it is. */
export function typedValue(verb: string, spec: FlagSpec | undefined, text: string): Json {
  const read = spec === undefined ? undefined : readerOf(verb, spec)?.(text);
  return read?.ok ? read.value : text;
}

const sentValue = ({ draft, flag, spec }: Lowering) =>
  typedValue(draft.command.verb, spec, flag.value);

/** What a flag that counts something is worth, if it is given. */
export function countOf({ command }: Draft, name: string): number | undefined {
  const flag = last(command, name);
  const spec = commandAt(command.verb)?.long.get(name);
  return flag === undefined ? undefined : Number(typedValue(command.verb, spec, flag.value));
}

const textOf = (lowering: Lowering) => String(sentValue(lowering));

const isNothing = (value: Json) => value === "" || value === 0 || value === false;

/** Whether a value says what holds anyway. */
const isUsual = ({ draft, spec }: Lowering, value: Json) =>
  spec !== undefined &&
  spec.preset !== "" &&
  typedValue(draft.command.verb, spec, spec.preset) === value;

function scalar(lowering: Lowering): void {
  const { draft, flag, spec, level } = lowering;
  const value = sentValue(lowering);
  draft.aspects.delete(flag.name);
  if (isUsual(lowering, value)) return;
  // Where something else is usual, `false` counts, and 0, which the measuring left out.
  const isSaid = value === false || (value === 0 && !draft.command.world.measured);
  if (isNothing(value) && !(isSaid && spec?.preset)) return;
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

function pair(lowering: Lowering): void {
  const { draft, flag, level } = lowering;
  const value = sentValue(lowering);
  for (const text of Array.isArray(value) ? value.map(String) : [flag.value]) {
    const [key, worth] = cut(text, "=");
    put(draft, `${flag.name} ${key}`, worth ?? "", at(flag.span, level));
  }
}

function each({ draft, flag, level }: Lowering, values: readonly string[]): void {
  for (const value of values) append(draft, flag.name, value, at(flag.span, level));
  sortAspect(draft, flag.name);
}

export function capability(name: string): string {
  const upper = name.toUpperCase();
  return upper === "ALL" ? upper : upper.replace(/^CAP_/, "");
}

function filter(lowering: Lowering): void {
  const { draft, flag, level } = lowering;
  const read = sentValue(lowering);
  if (!Array.isArray(read)) return;
  const [key, value] = read;
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
    refuse(draft, "engine", `invalid signal: ${flag.value}`, flag.span);
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
  keep: (lowering) => {
    const { draft, flag, level } = lowering;
    put(draft, flag.name, sentValue(lowering), at(flag.span, level));
  },
  keepOff: scalar,
  set: (lowering) => each(lowering, [textOf(lowering)]),
  once: (lowering) => {
    each(lowering, [textOf(lowering)]);
    sortAspect(lowering.draft, lowering.flag.name, true);
  },
  // Of a host's addresses the first counts, so only those of different hosts have no order.
  hosts: (lowering) => {
    each(lowering, [textOf(lowering)]);
    const { draft, flag } = lowering;
    const names = given(draft.command, flag.name).map(({ value }) => value.split(/[=:]/)[0]);
    if (new Set(names).size < names.length) draft.unordered.delete(flag.name);
  },
  order: (lowering) => {
    const { draft, flag, level } = lowering;
    append(draft, flag.name, sentValue(lowering), at(flag.span, level));
  },
  csvset: (lowering) => {
    const value = sentValue(lowering);
    // One place of a build's cache: `type=registry,ref=x`.
    const isOne = !Array.isArray(value) || /(?:^|,)type=/.test(lowering.flag.value);
    each(lowering, isOne ? [String(value)] : value.map(String));
  },
  /** The usual value counts too when it is given; nothing does not. */
  nonzero: (lowering) => {
    const { draft, flag, level } = lowering;
    const value = sentValue(lowering);
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
  const spec = draft.command.spec ?? commandAt(verb);
  for (const flag of flags) {
    const flagSpec = spec?.long.get(flag.name);
    const isIgnored = flag.name === "squash" && !draft.command.world.measured;
    if (flagSpec?.windowsOnly && !isIgnored) {
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

/** Refuses a platform that readPlatform cannot read. */
export function refusePlatform(draft: Draft, text: string, span: Span): void {
  const why = rareReaders.get().platform?.(text);
  if (why?.ok === false) refuse(draft, "client", why.error, span);
}

function platform(lowering: Lowering, texts: readonly string[]): void {
  const { draft, flag, level, spec } = lowering;
  if (spec?.repeats !== true) draft.aspects.delete(flag.name);
  for (const text of texts) {
    if (text === "") continue;
    const read = readPlatform(text);
    if (read === null) {
      refusePlatform(draft, text, flag.span);
      return;
    }
    append(draft, flag.name, read, at(flag.span, level));
  }
  sortAspect(draft, flag.name);
}

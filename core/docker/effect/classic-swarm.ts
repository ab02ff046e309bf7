import type { Aspect, Json } from "#core/docker/types";

/**
 * The program in the image `swarm`, 1.0 of 2015: verbs with a short name, and options that stand
 * before or behind the one argument, after one dash or two. What it could as well be told by
 * variables is read from them; what it does anyway, how long it waits and how often it calls within
 * the minute that an entry lives, is left out.
 */
export function classicSwarm(action: string, aspects: readonly Aspect[]): readonly Aspect[] {
  if (action !== "run container" || !aspects.some(isSwarm)) return aspects;
  const command = aspects.find(({ name }) => name === "command");
  const words = command === undefined ? null : textsOf(command.value);
  if (command === undefined || words === null) return aspects;
  const told = new Map(aspects.map(({ name, value }) => [name, value]));
  const read = readWords(words, (name) => told.get(`environment ${name}`));
  if (read === null) return aspects;
  const others = aspects.filter(({ name }) => name !== "command" && !variables.has(name));
  return [...others, { ...command, value: read }];
}

const isSwarm = ({ name, value }: Aspect) =>
  name === "image" && typeof value === "string" && /^docker\.io\/library\/swarm:/.test(value);

const textsOf = (value: Json): string[] | null =>
  Array.isArray(value) && value.every((one: Json) => typeof one === "string") ? value : null;

const verbs: Readonly<Record<string, string>> = { c: "create", l: "list", m: "manage", j: "join" };

/** By verb: its options that take a value, with the name that all their spellings share. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  create: {},
  list: { timeout: "timeout" },
  join: { advertise: "advertise", addr: "advertise", heartbeat: "heartbeat" },
  manage: { host: "host", H: "host", strategy: "strategy", heartbeat: "heartbeat" },
};

const variables = new Set(
  ["SWARM_DISCOVERY", "SWARM_ADVERTISE", "SWARM_HOST"].map((name) => `environment ${name}`),
);

type Variable = (name: string) => Json | undefined;

/** The words in one spelling; null where they hold what is not known here. */
function readWords(words: readonly string[], variable: Variable): string[] | null {
  const [first = "", ...rest] = words[0] === "--debug" ? words.slice(1) : words;
  const verb = verbs[first] ?? first;
  const known = options[verb];
  const told = known === undefined ? null : readOptions(flagsFirst(rest), known);
  if (told === null) return null;
  const { said, places } = told;
  const fallback = (name: string, from: string) => {
    const value = variable(from);
    if (!said.has(name) && typeof value === "string") said.set(name, value);
  };
  if (verb === "join") fallback("advertise", "SWARM_ADVERTISE");
  if (verb === "manage") fallback("host", "SWARM_HOST");
  const list = places.length > 0 ? places : [variable("SWARM_DISCOVERY")];
  const counted = [...said].map(usual).filter((one) => one !== null);
  return [verb, ...counted.sort(), ...list.filter((one) => typeof one === "string")];
}

/** Words before the first option go behind all of them, as the program itself has it. */
function flagsFirst(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => word.startsWith("-"));
  return at === -1 ? words : [...words.slice(at), ...words.slice(0, at)];
}

type Told = { said: Map<string, string>; places: readonly string[] };

function readOptions(
  words: readonly string[],
  known: Readonly<Record<string, string>>,
): Told | null {
  const said = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const [, typed, joined] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(words[at] ?? "") ?? [];
    if (typed === undefined) return { said, places: words.slice(at) };
    const name = Object.hasOwn(known, typed) ? known[typed] : undefined;
    if (joined === undefined) at += 1;
    const value = joined ?? words[at];
    if (name === undefined || value === undefined) return null;
    said.set(name, value);
  }
  return { said, places: [] };
}

const everywhere = /^(?:tcp:\/\/)?(?:0\.0\.0\.0)?:2375$/;

/** An option with its value, or null where it says what holds anyway. */
function usual([name, value]: readonly [string, string]): string | null {
  if (name === "timeout") return null;
  if (name === "heartbeat" && /^[1-5]?\ds$/.test(value)) return null;
  if (name === "strategy" && value === "spread") return null;
  return name === "host" && everywhere.test(value) ? null : `--${name}=${value}`;
}

import { NotHereYet } from "#core/docker/later";
import { flagRules, flagTable, flagTypes, globalFlags, rareGroups } from "./flag-table";

/** How a flag is read: its type in the client's own words ("list", "bytes", "bool"). */
export type FlagSpec = {
  long: string;
  short: string;
  type: string;
  repeats: boolean;
  windowsOnly: boolean;
  /** What the flag is worth when it is not given; empty for none. */
  preset: string;
  /** How its value is lowered, where its type does not say; empty for by its type. */
  rule: string;
};

export type CommandSpec = {
  name: string;
  roads: readonly string[];
  /** Whether options may follow the first argument. */
  interspersed: boolean;
  least: number;
  /** null: any number. */
  most: number | null;
  /** Names of the arguments: "CONTAINER COMMAND [ARG...]". */
  pattern: string;
  /** What is asked of the engine; empty where no table says. */
  action: string;
  places: readonly Place[];
  long: ReadonlyMap<string, FlagSpec>;
  short: ReadonlyMap<string, FlagSpec>;
};

/** What arguments become: an aspect of one, of all in their order, or of all in any order. */
export type Place = { name: string; image: boolean; many: "" | "+" | "*" };

const types = flagTypes.split(" ");
const rules = flagRules.split(" ");

function readFlag(text: string): FlagSpec {
  const [, long = "", short = "", code = "0", repeat, windows, ruled = "", preset = ""] =
    /^([^/]*)\/([^/]*)\/([0-9a-z])(\*?)(!?)([A-Z]?)=?(.*)$/.exec(text) ?? [];
  const type = types[Number.parseInt(code, 36)] ?? "string";
  const rule = rules[ruled.charCodeAt(0) - 65] ?? "";
  return { long, short, type, repeats: repeat === "*", windowsOnly: windows === "!", preset, rule };
}

type Flags = Pick<CommandSpec, "long" | "short">;

function readFlags(text: string): Flags {
  const flags = text === "" ? [] : text.split(" ").map(readFlag);
  return {
    long: new Map(flags.map((flag) => [flag.long, flag])),
    short: new Map(flags.filter((flag) => flag.short !== "").map((flag) => [flag.short, flag])),
  };
}

/** `own` arguments are read by the command's own rule. */
function readPlaces(text: string): Place[] {
  if (text === "own" || text === "") return [];
  return text.split(" ").map((place) => {
    const [, name = "", image, many = ""] = /^([^@*+]+)(@?)([*+]?)$/.exec(place) ?? [];
    return { name, image: image === "@", many: many === "*" || many === "+" ? many : "" };
  });
}

/** One line of a command table. */
export function readTableLine(line: string): CommandSpec {
  const [
    name = "",
    roads = "",
    order,
    arity = "",
    pattern = "",
    flags = "",
    action = "",
    args = "",
  ] = line.split(";");
  const [least = "0", most = ""] = arity.split("-");
  return {
    name,
    roads: [name, ...roads.split(",").filter((road) => road !== "")],
    interspersed: order === "i",
    least: Number(least),
    most: most === "" ? null : Number(most),
    pattern,
    action,
    places: readPlaces(args),
    ...readFlags(flags),
  };
}

/** Roads that the client takes and its help does not list. */
const unlisted: Readonly<Record<string, string>> = {
  "image rmi": "image rm",
  remove: "container rm",
  // `build` itself is forwarded to the plug-in that comes with the client.
  "buildx build": "image build",
  "buildx b": "image build",
};

const byRoad = new Map<string, CommandSpec>();
const groups = new Set<string>();
const notHere = new Set(rareGroups.split(" "));

function addCommands(table: string): void {
  for (const spec of table.trim().split("\n").map(readTableLine)) {
    for (const road of spec.roads) addRoad(road, spec);
  }
}

function addRoad(road: string, spec: CommandSpec): void {
  byRoad.set(road, spec);
  const words = road.split(" ");
  for (let count = 1; count < words.length; count++) groups.add(words.slice(0, count).join(" "));
}

addCommands(flagTable);
for (const [road, name] of Object.entries(unlisted)) {
  const spec = byRoad.get(name);
  if (spec !== undefined) addRoad(road, spec);
}

/** Adds the commands of the rare groups, which throw NotHereYet before. */
export function addRareCommands(table: string): void {
  addCommands(table);
  notHere.clear();
}

function askFor(road: string): void {
  if (notHere.size > 0 && notHere.has(road.split(" ", 1)[0] ?? "")) throw new NotHereYet();
}

/** The command that a road leads to ("ps", "container list"). */
export function commandAt(road: string): CommandSpec | undefined {
  askFor(road);
  return byRoad.get(road);
}

/** Every road that leads to a command. */
export const commandRoads = (): string[] => [...byRoad.keys()];

/** Whether a road is only the first part of commands ("container", "trust key"). */
export function isGroup(road: string): boolean {
  askFor(road);
  return groups.has(road);
}

/** The flags between `docker` and the verb. */
export const globals: Flags = readFlags(globalFlags);

/** Flags that are only another name of a flag. */
export const twins: Readonly<Record<string, string>> = {
  net: "network",
  "net-alias": "network-alias",
  "dns-opt": "dns-option",
};

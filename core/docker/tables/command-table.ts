import { flagRules, flagTable, flagTypes, globalFlags } from "./flag-table";

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
  // Forwarded to the plug-in that comes with the client.
  "buildx build": "image build",
};

const commands = flagTable.trim().split("\n").map(readTableLine);
const byRoad = new Map(commands.flatMap((spec) => spec.roads.map((road) => [road, spec] as const)));
for (const [road, name] of Object.entries(unlisted)) {
  const spec = byRoad.get(name);
  if (spec !== undefined) byRoad.set(road, spec);
}

const groups = new Set(
  [...byRoad.keys()].flatMap((road) => {
    const words = road.split(" ");
    return words.slice(1).map((_, i) => words.slice(0, i + 1).join(" "));
  }),
);

/** The command that a road leads to ("ps", "container list"). */
export const commandAt = (road: string): CommandSpec | undefined => byRoad.get(road);

/** Every road that leads to a command. */
export const commandRoads = (): string[] => [...byRoad.keys()];

/** Whether a road is only the first part of commands ("container", "trust key"). */
export const isGroup = (road: string): boolean => groups.has(road);

/** The flags between `docker` and the verb. */
export const globals: Flags = readFlags(globalFlags);

/**
 * Flags that a client with BuildKit's plug-in takes and the measured one does not: outside the
 * measured world nobody can say that they are refused.
 */
export const pluginFlags: Readonly<Record<string, ReadonlySet<string>>> = {
  "image build": new Set(
    "allow annotation attest build-context builder cache-to call check debug load metadata-file no-cache-filter output o progress provenance push sbom secret ssh".split(
      " ",
    ),
  ),
};

/** Flags that are only another name of a flag. */
export const twins: Readonly<Record<string, string>> = {
  net: "network",
  "net-alias": "network-alias",
  "dns-opt": "dns-option",
};

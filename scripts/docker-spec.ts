import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Look, meanings } from "#core/docker/tables/meanings";

/**
 * Writes core/docker/tables/flag-table.ts and rare-table.ts, the compact form that the browser loads
 * (the second only when a command needs it), from core/docker/tables/spec.json, the measured description of docker client 28.2.2, and from
 * core/docker/tables/meanings.ts, which says what each command asks for.
 * Run it after a change of one of them: `npx tsx scripts/docker-spec.ts`.
 */

type SpecFlag = {
  long: string;
  short?: string;
  type: string;
  default?: string;
  repeatable?: boolean;
  hidden?: boolean;
  windowsOnly?: boolean;
};

/** What `docker build` takes of buildx 0.29 beside; the measured client came without that plug-in. */
const buildLists =
  "allow annotation attest build-context cache-to no-cache-filter output secret ssh";
const buildTexts = "builder call metadata-file progress provenance sbom";
const buildSwitches = "check debug load push";
const shorts: Readonly<Record<string, string>> = { debug: "D", output: "o" };
const buildFlags: readonly SpecFlag[] = [
  ...named(buildLists, { type: "list", repeatable: true }),
  ...named(buildTexts, { type: "string" }),
  ...named(buildSwitches, { type: "bool" }),
];

function named(names: string, flag: Omit<SpecFlag, "long">): SpecFlag[] {
  return names.split(" ").map((long) => ({ long, short: shorts[long], ...flag }));
}

type SpecCommand = {
  path: string;
  canonical: string;
  aliases?: string[];
  interspersed?: boolean;
  group?: boolean;
  args?: { min: number; max: number | null; pattern: string };
  flags?: SpecFlag[];
};

type Spec = { client: string; global: SpecFlag[]; commands: SpecCommand[] };

const folder = join(import.meta.dirname, "..", "core", "docker", "tables");

/** Values that a flag has anyway when it is not given; they need no entry. */
const emptyDefaults = new Set(["", "false", "0", "0s", "[]", "map[]", "shows just running"]);

type Codes = { types: string[]; rules: string[] };

function codeOf(names: string[], name: string): number {
  if (!names.includes(name)) names.push(name);
  return names.indexOf(name);
}

function flagText(flag: SpecFlag, codes: Codes, rule: string | undefined): string {
  const type = codeOf(codes.types, flag.type).toString(36);
  const ruled = rule === undefined ? "" : String.fromCharCode(65 + codeOf(codes.rules, rule));
  const marks = (flag.repeatable ? "*" : "") + (flag.windowsOnly ? "!" : "") + ruled;
  const { default: given = "" } = flag;
  const isValue = !emptyDefaults.has(given) && !/[ ,]/.test(given);
  return `${flag.long}/${flag.short ?? ""}/${type}${marks}${isValue ? `=${given}` : ""}`;
}

/** The rules of a command's flags, by long name. */
function rulesOf(verb: string): ReadonlyMap<string, string> {
  const entries = (meanings[verb]?.flags ?? "").split(" ").filter((entry) => entry !== "");
  return new Map(
    entries.map((entry): [string, string] => {
      const [name = "", rule = ""] = entry.split(":");
      return [name, rule];
    }),
  );
}

function commandLines(spec: Spec, codes: Codes): string[] {
  const lines: string[] = [];
  const done = new Set<string>();
  for (const command of spec.commands) {
    if (command.group || done.has(command.canonical)) continue;
    done.add(command.canonical);
    const twins = spec.commands.filter((other) => other.canonical === command.canonical);
    const roads = twins.flatMap(({ path, aliases = [] }) => [path, ...aliases]);
    const others = [...new Set(roads.map((road) => road.replace(/^docker /, "")))];
    const rules = rulesOf(command.canonical);
    const { action = command.canonical, args = "" } = meanings[command.canonical] ?? {};
    const { min, max, pattern } = command.args ?? { min: 0, max: null, pattern: "" };
    const fields = [
      command.canonical,
      others.filter((road) => road !== command.canonical).join(","),
      command.interspersed ? "i" : "",
      `${min}-${max ?? ""}`,
      pattern,
      [...(command.flags ?? []), ...(command.canonical === "image build" ? buildFlags : [])]
        .map((flag) => flagText(flag, codes, rules.get(flag.long)))
        .join(" "),
      action,
      args,
    ];
    lines.push(fields.join(";"));
  }
  return lines;
}

/** How listings are printed, one a line. */
function lookLines(print: (looks: Look) => (string | undefined)[]): string[] {
  return Object.entries(meanings).flatMap(([verb, { looks }]) =>
    looks === undefined ? [] : [[verb, ...print(looks)].join(";")],
  );
}

/** Groups of commands that beginners seldom type. */
const rareGroups =
  "swarm node service stack secret config trust plugin context checkpoint manifest";

const isRare = (line: string) => rareGroups.split(" ").includes(line.split(" ")[0] ?? "");

const asTable = (lines: readonly string[]) => `\`\n${lines.join("\n")}\n\`;`;

function main(): void {
  const spec: Spec = JSON.parse(readFileSync(join(folder, "spec.json"), "utf8"));
  const codes: Codes = { types: [], rules: [] };
  const lines = commandLines(spec, codes);
  const globals = spec.global.map((flag) => flagText(flag, codes, undefined)).join(" ");
  const client = spec.client.replace(/,.*/, "");
  write("flag-table.ts", [
    "/**",
    ` * The commands of ${client} but those of a few groups, one a line; written by`,
    " * scripts/docker-spec.ts. name;other roads;i if options may follow arguments;least-most arguments;",
    " * their names;flags;action;what the arguments are; and each flag as long/short/type, * if it may",
    " * repeat, ! if for Windows engines, a capital for its rule, =default.",
    " */",
    `export const flagTypes =\n  ${JSON.stringify(codes.types.join(" "))};`,
    "",
    `export const flagRules =\n  ${JSON.stringify(codes.rules.join(" "))};`,
    "",
    `export const globalFlags =\n  ${JSON.stringify(globals)};`,
    "",
    "/** Groups of commands whose lines stand in rare-table.ts. */",
    `export const rareGroups =\n  ${JSON.stringify(rareGroups)};`,
    "",
    `export const flagTable = ${asTable(lines.filter((line) => !isRare(line)))}`,
    "",
    "/** How listings are printed: command;template of --quiet;fields cut short. */",
    `export const lookTable = ${asTable(lookLines(({ quiet, cut }) => [quiet, cut]))}`,
    "",
  ]);
  write("rare-table.ts", [
    "/** The other commands, as in flag-table.ts; written by scripts/docker-spec.ts. */",
    `export const rareTable = ${asTable(lines.filter(isRare))}`,
    "",
    "/** What templates may name: command;fields of its rows. */",
    `export const lookFields = ${asTable(lookLines(({ fields }) => [fields]))}`,
    "",
  ]);
  console.log(`${lines.length} commands`);
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, name), lines.join("\n"));
}

main();

import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { gzipSync } from "node:zlib";
import { buildCopies } from "#bench/app/app-copy";
import { faults } from "#bench/faults/faults";
import { type Figure, figureTable } from "#bench/figures/figure";
import { type Part, partsToRun } from "#bench/figures/part";
import { benchCommands } from "#bench/parts/commands";
import { benchDevices } from "#bench/parts/devices";
import { benchFirstCard } from "#bench/parts/first-card";
import { benchFirstSync } from "#bench/parts/first-sync";
import { benchKeys } from "#bench/parts/keys";
import { benchMemory } from "#bench/parts/memory";
import { benchNetworks } from "#bench/parts/networks";
import { benchQueue } from "#bench/parts/queue";
import { benchRest } from "#bench/parts/rest";
import { benchScripts } from "#bench/parts/script-bytes";
import { benchStates } from "#bench/parts/states";
import { benchStore } from "#bench/store/store";
import { readyPrograms } from "#bench/storm/install";
import { benchStorm } from "#bench/storm/storm";
import { deckCatalog } from "#server/base/catalog";

const speed: Record<string, Part> = {
  store: { run: benchStore },
  keys: { run: benchKeys },
  networks: { run: benchNetworks },
  scripts: { run: benchScripts, needsEmpty: true },
  "first-card": { run: benchFirstCard, needsEmpty: true },
  "first-sync": { run: benchFirstSync },
  rest: { run: benchRest },
  memory: { run: benchMemory },
  commands: { run: benchCommands },
  states: { alone: benchStates },
  queue: { alone: benchQueue },
  devices: { alone: benchDevices },
  storm: { run: benchStorm, takes: "reviews", ready: readyPrograms },
};

// So that what runs on exit runs then, too: servers end, the copies go.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
// Node ends without a word where nothing can happen any more.
process.on("exit", (code) => {
  if (code === 13) console.error("What is measured waits for something that never comes.");
});

// `npm run bench:faults` names its own parts.
const [first, ...others] = process.argv.slice(2);
const parts = first === "faults" ? faults : speed;
const asked = new Map(
  (first === "faults" ? others : process.argv.slice(2)).map((argument) => {
    const [name = "", given] = argument.split("=");
    return [name, given];
  }),
);
const unknown = [...asked.keys()].filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}.`,
  );
  process.exit(2);
}

for (const [name, given] of asked) {
  const part = parts[name];
  const takes = part && "takes" in part ? part.takes : undefined;
  if (given === undefined || (takes && Number(given) > 0)) continue;
  console.error(takes ? `${name}=${given}: no number of ${takes}.` : `${name} takes no number.`);
  process.exit(2);
}

const chosen = partsToRun(parts, new Set(asked.keys()));
console.log(await heading());
const needsEmpty = chosen.some(([, part]) => "needsEmpty" in part);
const builds = once(() => {
  console.log("Building a copy of the app for the bench.");
  return buildCopies({ empty: needsEmpty });
});
const figures: Figure[] = [];
let haveAllEnded = true;
let isStood = true;
for (const [name, part] of chosen) {
  console.log(`Measuring: ${name}.`);
  try {
    if ("ready" in part) part.ready?.();
    const found = await ("alone" in part
      ? part.alone()
      : part.run(await builds(), asked.get(name)));
    // Said at once: what comes after may take long.
    if (chosen.length > 1) console.log(`\n${figureTable(found)}\n`);
    figures.push(...found);
    // Speed depends on the machine. A fault that is not stood is a fault anywhere.
    const isFault = parts === faults || "ready" in part;
    if (isFault && found.some(({ goal }) => goal?.met === false)) isStood = false;
  } catch (error) {
    console.error(`${name} did not come to its end:`, error);
    haveAllEnded = false;
  }
}
console.log(`\n${figureTable(figures)}`);
process.exit(isStood && haveAllEnded ? 0 : 1);

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What the figures depend on. */
async function heading(): Promise<string> {
  const { files, addresses } = await deckCatalog();
  const index = files.get(addresses.index.split("/").at(-1) ?? "") ?? "";
  const facts = [
    new Date().toISOString().slice(0, 16).replace("T", " "),
    `commit ${commit()}`,
    `Node ${process.versions.node}`,
    `${availableParallelism()} cores`,
    `deck index ${(gzipSync(index).length / 1000).toFixed(1)} kB gzip`,
  ];
  return facts.join(", ");
}

function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return (
      git("rev-parse", "--short", "HEAD") + (git("status", "--porcelain") ? " with changes" : "")
    );
  } catch {
    return "none";
  }
}

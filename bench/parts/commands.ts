import { readFileSync } from "node:fs";
import path from "node:path";
import { atLeast, below, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { canonicalCommand } from "#core/docker/canonical-command";
import { compareCanonical, compareCommands } from "#core/docker/compare-commands";
import { measuredWorld } from "#core/docker/measured-world";
import { parseCommand } from "#core/docker/parse-command";
import { firstGrader, graderSize, wholeGrader } from "./grader-size";
import { oddTexts } from "./odd-texts";

/** Rounds over all pairs; as many go before them to warm up. */
const rounds = 20;
const oddCount = 100_000;
const seed = 20151208;
/** Slowest texts of the first pass that are measured again, and how often. */
const suspects = 200;
const repeats = 5;

const world = { world: measuredWorld };

/** How fast typed commands are graded on one core, the worst of odd texts, and the grader's size. */
export async function benchCommands(): Promise<Figure[]> {
  const pairs = readPairs();
  const whole = rate(pairs, ({ a, b }) =>
    compareCommands(parseCommand(a, world), parseCommand(b, world)),
  );
  const tasks = pairs.map(({ a, b }) => ({ a, task: canonicalCommand(parseCommand(b, world)) }));
  const graded = rate(tasks, ({ a, task }) =>
    compareCanonical(canonicalCommand(parseCommand(a, world)), task),
  );
  const worst = worstOdd();
  const size = (await graderSize(firstGrader)) / 1000;
  const all = (await graderSize(wholeGrader)) / 1000;
  console.log(`The slowest odd text: ${JSON.stringify(worst.text.slice(0, 120))}`);
  return [
    {
      name: "typed commands graded, the task's meaning known",
      value: graded,
      unit: "grades/s",
      goal: atLeast({ value: graded, limit: 20_000, unit: "" }),
    },
    { name: "pairs of commands graded, both read anew", value: whole, unit: "grades/s" },
    {
      name: `the worst of ${oddCount} odd texts`,
      value: worst.ms,
      unit: "ms",
      goal: below({ value: worst.ms, limit: 5, unit: " ms" }),
    },
    {
      name: "the grader in the browser for usual commands, gzip",
      value: size,
      unit: "kB",
      goal: below({ value: size, limit: 35, unit: " kB" }),
    },
    { name: "the same with all that is loaded later", value: all, unit: "kB" },
  ];
}

type Pair = { a: string; b: string };

function readPairs(): Pair[] {
  const file = path.join(import.meta.dirname, "..", "..", "core", "docker", "cases.jsonl");
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line): Pair => JSON.parse(line));
}

/** Items done a second: the median round. */
function rate<T>(items: readonly T[], work: (item: T) => unknown): number {
  const rates: number[] = [];
  for (let round = -rounds; round < rounds; round += 1) {
    const from = performance.now();
    for (const item of items) work(item);
    const seconds = (performance.now() - from) / 1000;
    if (round >= 0) rates.push(items.length / seconds);
  }
  return median(rates);
}

type Timed = { text: string; ms: number };

/** The slowest text; suspects are measured again, so that no pause of the machine counts. */
function worstOdd(): Timed {
  const timed = oddTexts(oddCount, seed).map((text) => ({ text, ms: milliseconds(text) }));
  const slowest = timed.sort((one, other) => other.ms - one.ms).slice(0, suspects);
  const again = slowest.map(({ text, ms }) => ({
    text,
    ms: Math.min(ms, ...Array.from({ length: repeats }, () => milliseconds(text))),
  }));
  return again.reduce((worst, one) => (one.ms > worst.ms ? one : worst), { text: "", ms: 0 });
}

/** Grades a text against what it means itself, for which all of it has to be compared. */
function milliseconds(text: string): number {
  const task = canonicalCommand(parseCommand(text));
  const from = performance.now();
  compareCanonical(canonicalCommand(parseCommand(text)), task);
  return performance.now() - from;
}

import { createInterface } from "node:readline";
import { compareCommands } from "#core/docker/compare-commands";
import { measuredWorld } from "#core/docker/measured-world";
import { parseCommand } from "#core/docker/parse-command";
import type { Comparison, Parsed } from "#core/docker/types";
import { sayRepairs } from "#core/typing/say-repairs";

/**
 * Grades pairs of commands: JSON lines {"a", "b"} on standard input, one JSON line each with the
 * verdict and why on standard output. $PWD, $HOME and the like have the values of the measured
 * cases. A line that is no such pair is answered like any other, as unmodelled.
 */

function explain(comparison: Comparison): string {
  switch (comparison.verdict) {
    case "equal":
      return "the same action with the same aspects";
    case "different":
      return comparison.differences
        .slice(0, 4)
        .map(({ aspect, a, b }) => `${aspect}: ${JSON.stringify(a)} <> ${JSON.stringify(b)}`)
        .join(" | ");
    case "unmodelled":
      return comparison.why;
    case "a-invalid":
    case "b-invalid": {
      const { refused } = comparison;
      return refused.kind === "empty" ? "no command" : `${refused.by}: ${refused.message}`;
    }
  }
}

type Graded = { verdict: Comparison["verdict"]; why: string };

function grade(a: string, b: string): Graded {
  const options = { world: measuredWorld };
  const [first, second] = [parseCommand(a, options), parseCommand(b, options)];
  const comparison = compareCommands(first, second);
  const mended = [said("a", first), said("b", second)].join("");
  return { verdict: comparison.verdict, why: `${explain(comparison)}${mended}` };
}

/** What was mended in a pasted command before it was read. */
function said(name: string, { repairs }: Parsed): string {
  const sentences = sayRepairs(repairs, (text) => `"${text}"`);
  return sentences.length === 0 ? "" : ` (${name}: ${sentences.join(" ")})`;
}

function readPair(line: string): { a: string; b: string } | null {
  try {
    const pair: unknown = JSON.parse(line);
    if (typeof pair !== "object" || pair === null || !("a" in pair) || !("b" in pair)) return null;
    const { a, b } = pair;
    return typeof a === "string" && typeof b === "string" ? { a, b } : null;
  } catch {
    return null;
  }
}

const noPair: Graded = {
  verdict: "unmodelled",
  why: 'not a line like {"a": "docker ...", "b": "docker ..."}',
};

// A reader that goes away early, such as head, wants no more.
process.stdout.on("error", () => process.exit(0));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === "") continue;
  const pair = readPair(line);
  const graded = pair === null ? noPair : grade(pair.a, pair.b);
  process.stdout.write(`${JSON.stringify(graded)}\n`);
}

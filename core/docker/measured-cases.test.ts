import { describe, expect, test } from "vitest";
import given from "./cases.jsonl?raw";
import { compareCommands } from "./compare-commands";
import { measuredWorld } from "./measured-world";
import more from "./more-cases.jsonl?raw";
import { parseCommand } from "./parse-command";
import reported from "./reported-cases.jsonl?raw";
import values from "./value-cases.jsonl?raw";

type Case = { a: string; b: string; verdict: string; level?: string; topic: string };

const read = (text: string): Case[] =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Cases were measured by running docker client 28.2.2; nothing in them was written by hand. */
const sets: readonly [string, Case[]][] = [
  ["given", read(given)],
  ["further", read(more)],
  ["reported", read(reported)],
  ["value", read(values)],
];

for (const [name, cases] of sets) {
  describe(`the ${name} measured cases`, () => {
    for (const topic of new Set(cases.map((one) => one.topic))) {
      test(topic, () => {
        for (const { a, b, verdict, level } of cases.filter((one) => one.topic === topic)) {
          const world = { world: measuredWorld };
          const found = compareCommands(parseCommand(a, world), parseCommand(b, world));
          const shown = found.verdict === "different" ? { level: found.level } : {};
          expect({ a, b, verdict: found.verdict, ...shown }).toEqual({
            a,
            b,
            verdict,
            ...(level === undefined ? {} : { level }),
          });
        }
      });
    }
  });
}

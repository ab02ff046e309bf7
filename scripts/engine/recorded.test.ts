import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import "#core/engine/compose/read-yaml";
import { plainLines, type Said, stateDigest } from "./compare";
import { type Played, playScenario } from "./play";
import { readScenarios } from "./scenario";

const here = import.meta.dirname;

/** What a real engine said, a scenario a line; those of memory and CPU limits are not among them. */
const recorded = readFileSync(join(here, "recorded.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { scenario: string; said: Said[] });

const scenarios = new Map(
  readdirSync(join(here, "scenarios"))
    .flatMap((file) => readScenarios(readFileSync(join(here, "scenarios", file), "utf8"), file))
    .map((scenario) => [scenario.name, scenario]),
);

/** Which of a command's four answers are the recorded ones. */
function compare(said: Said, played: Played) {
  return {
    exit: said[0] === played.exit,
    stdout: plainLines(said[1]) === plainLines(played.masked.stdout),
    stderr: plainLines(said[2]) === plainLines(played.masked.stderr),
    state: said[3] === stateDigest(played.state),
  };
}

test("the engine answers recorded sessions as the real one did", { timeout: 120_000 }, () => {
  const same = { exit: 0, stdout: 0, stderr: 0, state: 0 };
  let commands = 0;
  let modelled = 0;
  for (const { scenario, said } of recorded) {
    const found = scenarios.get(scenario);
    if (found === undefined) throw new Error(`no scenario ${scenario}`);
    const played = playScenario(found);
    expect(played.length, scenario).toBe(said.length);
    said.forEach((one, index) => {
      const answer = played[index];
      commands++;
      if (answer === undefined || answer.unmodelled !== undefined) return;
      modelled++;
      const is = compare(one, answer);
      for (const part of ["exit", "stdout", "stderr", "state"] as const) {
        same[part] += is[part] ? 1 : 0;
      }
    });
  }
  const percent = (count: number) => (100 * count) / modelled;
  expect(commands).toBeGreaterThan(1100);
  expect((100 * modelled) / commands, "modelled").toBeGreaterThanOrEqual(98);
  expect(percent(same.exit), "exit").toBeGreaterThanOrEqual(99);
  expect(percent(same.state), "state").toBeGreaterThanOrEqual(97);
  expect(percent(same.stdout), "stdout").toBeGreaterThanOrEqual(97);
  expect(percent(same.stderr), "stderr").toBeGreaterThanOrEqual(97);
});

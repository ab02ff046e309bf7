import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import "#core/engine/compose/read-yaml";
import { playScenario } from "./engine/play";
import { readScenarios } from "./engine/scenario";

/**
 * Plays scenario files on our engine and writes what it said, a file a scenario, in the form in
 * which sessions of a real engine are recorded: engine:play -- FILE.scn... -o DIR
 */
const args = process.argv.slice(2);
const at = args.indexOf("-o");
const folder = at < 0 ? "played" : (args.splice(at, 2)[1] ?? "played");
const only = args.indexOf("--only");
const wanted = only < 0 ? null : new RegExp(args.splice(only, 2)[1] ?? "");

mkdirSync(folder, { recursive: true });
for (const file of args) {
  for (const scenario of readScenarios(
    readFileSync(file, "utf8"),
    basename(file).replace(/\..*/, ""),
  )) {
    if (wanted !== null && !wanted.test(scenario.name)) continue;
    const from = performance.now();
    const lines = playScenario(scenario);
    const text = lines.map((one) => `${JSON.stringify(one)}\n`).join("");
    writeFileSync(join(folder, `${scenario.name}.jsonl`), text);
    const not = lines.filter(({ unmodelled }) => unmodelled !== undefined).length;
    const ms = Math.round(performance.now() - from);
    console.log(`${scenario.name}: ${lines.length} commands, ${not} not modelled, ${ms} ms`);
  }
}

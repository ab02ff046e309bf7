import "./require-node.mjs";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endWithSignals, run, signalCode } from "./child.mjs";
import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureInstall } from "./ensure-install.mjs";
import { inProject } from "./project.mjs";
import { countsLine, oneTest, playwrightCounts, sumCounts, vitestCounts } from "./suite-counts.mjs";

// `npm test`: from a fresh clone to a line that says how many tests passed.
/** @typedef {import("./suite-counts.mjs").Counts} Counts */

const reports = mkdtempSync(path.join(tmpdir(), "mooring-test-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
endWithSignals(signalCode);
process.exitCode = await test();

/** @returns {Promise<number>} exit code */
async function test() {
  if (!(await ensureInstall())) return finish([{ name: "install", ...oneTest(false) }]);
  const whole = await ensureBrowser({ whole: true });
  const browsers = { whole, quick: whole && (await ensureBrowser()) };
  const done = [await lint(), await types(), await unit()];
  const built = await build();
  return finish([...done, built, await stories(browsers, built.failed === 0)]);
}

/** @typedef {Counts & { name: string }} Suite */

function lint() {
  return single("lint", 120, ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
}

function types() {
  return single("types", 180, ["scripts/types.mjs"]);
}

function build() {
  return single("build", 300, ["scripts/build.mjs", "--if-needed"]);
}

async function unit() {
  const report = path.join(reports, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters];
  const code = await step("unit", 600, args, { NODE_ENV: "test" });
  return { name: "unit", ...vitestCounts(readReport(report), code) };
}

/**
 * @param {{ whole: string | null, quick: string | null }} browsers
 * @param {boolean} built
 * @returns {Promise<Suite>}
 */
async function stories({ whole, quick }, built) {
  const reason = whole && quick ? (built ? null : "there is no build") : "there is no browser";
  if (reason !== null) {
    console.error(`\n== e2e: not run, because ${reason}`);
    return { name: "e2e", ...oneTest(false) };
  }
  const report = path.join(reports, "e2e.json");
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const env = {
    MOORING_CHROMIUM: whole ?? "",
    MOORING_CHROMIUM_SHELL: quick ?? "",
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const code = await step("e2e", 1_500, args, env);
  return { name: "e2e", ...playwrightCounts(readReport(report), code) };
}

/**
 * @param {string} name
 * @param {number} boundS
 * @param {string[]} args
 * @returns {Promise<Suite>}
 */
async function single(name, boundS, args) {
  return { name, ...oneTest((await step(name, boundS, args)) === 0) };
}

/**
 * Runs one step in words, to its end or its bound.
 * @param {string} name
 * @param {number} boundS in seconds
 * @param {string[]} args
 * @param {import("./child.mjs").Env} [env]
 * @returns {Promise<number>} exit code
 */
async function step(name, boundS, [script = "", ...args], env = {}) {
  console.log(`\n== ${name}`);
  const startedMs = performance.now();
  const options = { env, boundMs: boundS * 1_000 };
  const { code, late } = await run(process.execPath, [inProject(script), ...args], options);
  if (late) console.error(`${name} was ended: it took longer than ${boundS} s.`);
  console.log(`== ${name}: ${((performance.now() - startedMs) / 1_000).toFixed(1)} s`);
  return late ? 1 : code;
}

/**
 * @param {string} file
 * @returns {unknown} null where the suite did not come to write one
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * @param {Suite[]} suites
 * @returns {number} exit code
 */
function finish(suites) {
  const sum = sumCounts(suites);
  console.log("");
  for (const { name, ...counts } of suites) console.log(`${name.padEnd(6)} ${countsLine(counts)}`);
  console.log(countsLine(sum));
  return sum.failed === 0 ? 0 : 1;
}

import "./require-node.mjs";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
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
  /** @type {ReturnType<typeof checks> | undefined} */
  let early;
  const whenUnpacked = () => {
    early = checks();
  };
  const isInstalled = await ensureInstall({ whenUnpacked });
  const checked = await (early ?? checks());
  if (!isInstalled) return finish([{ name: "install", ...oneTest(false) }, ...checked]);
  const browser = await ensureBrowser();
  // Unit tests leave a core idle at times, and so does a build.
  const [rest, built] = await Promise.all([unit("unit", "!pure"), build()]);
  return finish([...checked, rest, built, await stories(browser, built.failed === 0)]);
}

/** What needs no package that is compiled, one after the other. */
async function checks() {
  return [await lint(), await types(), await unit("core", "pure")];
}

/** @typedef {Counts & { name: string }} Suite */

function lint() {
  return single("lint", 180, ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
}

function types() {
  return single("types", 300, ["scripts/types.mjs"]);
}

function build() {
  return single("build", 600, ["scripts/build.mjs", "--if-needed"]);
}

/**
 * @param {string} name
 * @param {string} project of Vitest: its name, or `!` and that of the one that is left out
 */
async function unit(name, project) {
  const report = path.join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["node_modules/vitest/vitest.mjs", "run", ...reporters, `--project=${project}`];
  const code = await step(name, 900, args, { NODE_ENV: "test" });
  return { name, ...vitestCounts(readReport(report), code) };
}

/**
 * @param {string | null} browser
 * @param {boolean} built
 * @returns {Promise<Suite>}
 */
async function stories(browser, built) {
  const reason = browser ? (built ? null : "there is no build") : "there is no browser";
  if (reason !== null) {
    console.error(`\n== e2e: not run, because ${reason}`);
    return { name: "e2e", ...oneTest(false) };
  }
  const report = path.join(reports, "e2e.json");
  const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
  const env = {
    MOORING_CHROMIUM_SHELL: browser ?? "",
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
  const output = path.join(reports, `${name}.txt`);
  const file = openSync(output, "w");
  const ended = await runBounded(name, boundS, args, { stdio: ["ignore", file, file] });
  closeSync(file);
  console.log(`\n== ${name}\n${readFileSync(output, "utf8").trim()}`);
  return { name, ...oneTest(tell(ended) === 0) };
}

/**
 * Runs one step in words, to its end or its bound.
 * @param {string} name
 * @param {number} boundS in seconds
 * @param {string[]} args
 * @param {import("./child.mjs").Env} [env]
 * @returns {Promise<number>} exit code
 */
async function step(name, boundS, args, env = {}) {
  console.log(`\n== ${name}`);
  return tell(await runBounded(name, boundS, args, { env }));
}

/**
 * @param {string} name
 * @param {number} boundS in seconds
 * @param {string[]} args
 * @param {Omit<Parameters<typeof run>[2], "boundMs">} options
 */
async function runBounded(name, boundS, [script = "", ...args], options) {
  const startedMs = performance.now();
  const command = [inProject(script), ...args];
  const ended = await run(process.execPath, command, { ...options, boundMs: boundS * 1_000 });
  return { ...ended, name, boundS, tookS: (performance.now() - startedMs) / 1_000 };
}

/**
 * Says how long a step took, at the end of what it printed.
 * @param {Awaited<ReturnType<typeof runBounded>>} ended
 * @returns {number} exit code
 */
function tell({ name, code, late, boundS, tookS }) {
  if (late) console.error(`${name} was ended: it took longer than ${boundS} s.`);
  console.log(`== ${name}: ${tookS.toFixed(1)} s`);
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

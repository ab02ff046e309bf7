import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./child.mjs";
import { oneAtATime } from "./held-file.mjs";
import { missingPackages } from "./missing-packages.mjs";
import { inProject } from "./project.mjs";
import { sqliteAborts, sqliteLoads } from "./sqlite-binary.mjs";

/** Says for which lock file and which Node the packages were installed. */
const stampFile = inProject("node_modules", ".mooring-install");

/**
 * Installs the packages where they are absent, older or newer than package-lock.json, or compiled
 * for another Node. `whenUnpacked` is called, if anything is installed, once all is there but what
 * has to be compiled: one file of SQLite's keeps one processor busy for a minute, the others idle.
 * @param {{ whenUnpacked?: () => void }} [options]
 * @returns {Promise<boolean>} whether they are there
 */
export async function ensureInstall({ whenUnpacked } = {}) {
  const stamp = wantedStamp();
  if (isInstalled(stamp)) return true;
  return oneAtATime("installation", async () => isInstalled(stamp) || install(stamp, whenUnpacked));
}

/**
 * @param {string} stamp
 * @param {() => void} [whenUnpacked]
 */
async function install(stamp, whenUnpacked) {
  if (sqliteLoads() && sqliteAborts()) return refuse();
  console.log("Installing the packages: once, a minute or two.");
  const unpacked = await npm([
    "ci",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
  ]);
  if (!unpacked) {
    console.error("The packages could not be installed; npm says above why.");
    return false;
  }
  whenUnpacked?.();
  if (!(await npm(["rebuild"]))) {
    console.error(
      "A package could not be set up; npm says above why. Where better-sqlite3's binary cannot be had it is compiled, which needs python3, make and g++.",
    );
    return false;
  }
  if (sqliteAborts()) return refuse();
  writeFileSync(stampFile, stamp);
  return true;
}

/** To compile it once more for this Node would make it no better. */
function refuse() {
  console.error(
    `better-sqlite3 was compiled with Node ${process.versions.node}, whose headers make it end the server at random. Use Node 20, 22 or 24.18.`,
  );
  return false;
}

/** @param {string} stamp */
function isInstalled(stamp) {
  if (existsSync(stampFile)) return readFileSync(stampFile, "utf8") === stamp;
  if (!wasInstalledByHand()) return false;
  writeFileSync(stampFile, stamp);
  return true;
}

/** With `npm ci` or `npm install`, which leave a list of what they installed. */
function wasInstalledByHand() {
  const found = inProject("node_modules", ".package-lock.json");
  if (!existsSync(found)) return false;
  const missing = missingPackages({
    wanted: JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")),
    found: JSON.parse(readFileSync(found, "utf8")),
  });
  return missing.length === 0 && sqliteLoads() && !sqliteAborts();
}

function wantedStamp() {
  const lock = createHash("sha256").update(readFileSync(inProject("package-lock.json")));
  const { platform, arch, versions } = process;
  return `${lock.digest("hex")} ${platform} ${arch} ${versions.modules}\n`;
}

/**
 * Runs the npm that called us, else the one on the path.
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it did what it was asked
 */
async function npm(args) {
  // Where something is compiled, every processor may help.
  const options = { env: { JOBS: "max" } };
  const caller = process.env.npm_execpath;
  const { code } = caller?.endsWith("npm-cli.js")
    ? await run(process.execPath, [caller, ...args], options)
    : await run(process.platform === "win32" ? "npm.cmd" : "npm", args, options);
  return code === 0;
}

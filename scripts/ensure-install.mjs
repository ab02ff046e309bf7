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
 * for another Node.
 * @returns {Promise<boolean>} whether they are there
 */
export async function ensureInstall() {
  const stamp = wantedStamp();
  if (isInstalled(stamp)) return true;
  return oneAtATime("installation", async () => isInstalled(stamp) || install(stamp));
}

/** @param {string} stamp */
async function install(stamp) {
  if (sqliteLoads() && sqliteAborts()) return refuse();
  console.log("Installing the packages: once, a minute or two.");
  const { command, args } = npm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  // Where better-sqlite3 is compiled, every processor may help: else one works for a minute and more.
  const { code } = await run(command, args, { env: { JOBS: "max" } });
  if (code !== 0) {
    console.error(
      "The packages could not be installed; npm says above why. Where better-sqlite3's binary cannot be had it is compiled, which needs python3, make and g++.",
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
 * The npm that called us, else the one on the path.
 * @param {string[]} args
 */
function npm(args) {
  const caller = process.env.npm_execpath;
  if (caller?.endsWith("npm-cli.js")) return { command: process.execPath, args: [caller, ...args] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args };
}

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Names of a system's Chromium or Chrome, as they stand on the path. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** Where macOS keeps them. */
const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser for the tests: the one named by MOORING_CHROMIUM, else Playwright's own, else the
 * system's; the first that starts.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} its file
 */
export function findChromium(env) {
  if (env.MOORING_CHROMIUM) return starts(env.MOORING_CHROMIUM) ? env.MOORING_CHROMIUM : null;
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const installed = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [playwrightsOwn(), ...installed, ...places].find(starts) ?? null;
}

/** @returns {string} where it would be */
function playwrightsOwn() {
  return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
}

/** A browser can be there and lack the libraries that it needs.
 * @param {string} file */
function starts(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * Chromium with no window around its pages, as it stands on the path: the same engine, but a new
 * page costs a fifth of what it does in a whole browser (decision 0051).
 */
const shells = ["chromium-headless-shell", "chrome-headless-shell"];
/** Names of a system's Chromium or Chrome. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** Where macOS keeps them. */
const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * The browser for the tests: the one named by MOORING_CHROMIUM, else a shell of the system's, else
 * Playwright's own, else the system's; the first that starts. `whole`: none without windows, for
 * what is to be as in a learner's browser.
 * @param {NodeJS.ProcessEnv} env MOORING_CHROMIUM_SHELL: the shell that was found before
 * @param {{ whole?: boolean }} [options]
 * @returns {string | null} its file
 */
export function findChromium(env, { whole = false } = {}) {
  const named = (whole ? null : env.MOORING_CHROMIUM_SHELL) || env.MOORING_CHROMIUM;
  if (named) return starts(named) ? named : null;
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const installed = (/** @type {string[]} */ some) =>
    folders.flatMap((folder) => some.map((name) => path.join(folder, name)));
  const light = whole ? [] : installed(shells);
  return [...light, playwrightsOwn(), ...installed(names), ...places].find(starts) ?? null;
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

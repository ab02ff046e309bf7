import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./project.mjs";

/** A held file is touched this often, in milliseconds. */
const beatMs = 1_000;
/** One that was not touched for so long belongs to a process that is gone. */
const staleMs = 10_000;

/** @returns {string} This project's own folder for what processes tell each other. */
function commonFolder() {
  const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const folder = path.join(tmpdir(), `mooring-${process.getuid?.() ?? "user"}-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Runs one task of a name at a time in this project; whoever comes later waits and says so.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, task) {
  const file = path.join(commonFolder(), `${name}.lock`);
  for (let tries = 0; !take(file); tries++) {
    if (tries === 0) console.log(`Waiting for another ${name} of this project to end.`);
    if (idleMs(file) > staleMs) rmSync(file, { force: true });
    else await sleep(250);
  }
  const release = keepFresh(file);
  try {
    return await task();
  } finally {
    release();
  }
}

/**
 * Lets other processes know that this one does something of that name, until released.
 * @param {string} name
 * @returns {() => void} release
 */
export function announce(name) {
  const file = path.join(commonFolder(), `${name}.${process.pid}`);
  writeFileSync(file, "");
  return keepFresh(file);
}

/**
 * The processes, this one aside, that announced something of that name and are still there.
 * @param {string} name
 * @returns {string[]} their ids
 */
export function announced(name) {
  const folder = commonFolder();
  const ids = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => file.slice(name.length + 1))
    .filter((id) => /^\d+$/.test(id) && id !== String(process.pid));
  const gone = ids.filter((id) => idleMs(path.join(folder, `${name}.${id}`)) > staleMs);
  for (const id of gone) rmSync(path.join(folder, `${name}.${id}`), { force: true });
  return ids.filter((id) => !gone.includes(id));
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** Since its last touch; 0 for a file that has just gone.
 * @param {string} file */
function idleMs(file) {
  const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : Date.now() - modified;
}

/** @param {string} file */
function keepFresh(file) {
  const touch = () => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Someone cleared the folder of temporary files: nothing is held any more.
    }
  };
  const beat = setInterval(touch, beatMs);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.off("exit", release);
    rmSync(file, { force: true });
  };
  process.on("exit", release);
  return release;
}

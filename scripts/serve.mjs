import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { endChild, ended, isEnding, startChild } from "./child.mjs";
import { heapBounds } from "./heap-bounds.mjs";
import { announce } from "./held-file.mjs";
import { askHealth } from "./is-well.mjs";
import { builtFolder, inProject } from "./project.mjs";
import { probeUrl } from "./settings.mjs";

/**
 * A server that does not answer for so long never will, in milliseconds; one that takes so long is
 * slow. A new version changes a database of millions of rows before it answers, all or nothing: to
 * end it meanwhile would be to begin again each time.
 */
const starts = { slowMs: 15_000, longestMs: 1_800_000 };
const pollMs = 50;

/**
 * Milliseconds before a server that crashed is started again: twice as long each time, up to the
 * longest. One that has run for so long counts as well.
 */
const pauses = { firstMs: 500, longestMs: 30_000, wellMs: 60_000 };

/** @typedef {typeof pauses} Pauses */
/** @typedef {typeof starts} Starts */

/**
 * Runs the built server until this process is asked to end: one that crashes is started again. What
 * it prints before it first answers is shown only if it is not well then; its complaints always are.
 * One that never comes to answer ends it all.
 * @param {import("./settings.mjs").Listening & {
 *   onReady: () => void,
 *   program?: string,
 *   pause?: Pauses,
 *   start?: Starts,
 * }} options `program` is the server, the built one unless a test has its own
 * @returns {Promise<number>} its exit code
 */
export async function serve({ onReady, program, pause = pauses, start = starts, ...listening }) {
  const server = program ?? builtServer();
  if (server === null) {
    console.error('There is no whole build: "npm run build" makes one.');
    return 1;
  }
  const release = announce("server");
  try {
    const first = await runOnce({ server, listening, start, onReady });
    if (!first.ready || isEnding()) return first.ready ? first.code : first.code || 1;
    return await runAgain({ server, listening, start, pause, code: first.code });
  } finally {
    release();
  }
}

function builtServer() {
  const server = path.join(builtFolder(), "front.mjs");
  const scriptHashes = path.join(builtFolder(), "csp-hashes.json");
  return existsSync(server) && existsSync(scriptHashes) ? server : null;
}

/**
 * @param {{
 *   server: string,
 *   listening: Listening,
 *   start: Starts,
 *   pause: Pauses,
 *   code: number,
 * }} crashed
 * @returns {Promise<number>} the exit code of the last
 */
async function runAgain({ server, listening, start, pause, code }) {
  let waitMs = pause.firstMs;
  let isSaid = false;
  let last = code;
  while (!isEnding()) {
    if (!isSaid) console.error(`The server ended by itself (${last}) and is started again.`);
    isSaid = true;
    await sleep(waitMs);
    if (isEnding()) break;
    const startedMs = performance.now();
    const { code: next } = await runOnce({ server, listening, start, onReady: () => {} });
    last = next;
    const wasWell = performance.now() - startedMs > pause.wellMs;
    isSaid = !wasWell;
    waitMs = wasWell ? pause.firstMs : Math.min(waitMs * 2, pause.longestMs);
  }
  return last;
}

/** @typedef {import("./settings.mjs").Listening} Listening */

/**
 * Starts the server and waits for its end.
 * @param {{ server: string, listening: Listening, start: Starts, onReady: () => void }} options
 */
async function runOnce({ server, listening: { host, port, dataDir }, start, onReady }) {
  const watch = pathToFileURL(inProject("scripts", "end-with-parent.mjs"));
  const withUs = `${watch.href}?parent=${process.pid}`;
  const child = startChild(process.execPath, [...heapBounds(), "--import", withUs, server], {
    env: {
      NODE_ENV: "production",
      HOST: host,
      HOSTNAME: host,
      PORT: String(port),
      DATA_DIR: dataDir,
      // glibc keeps a pool of freed memory for each thread, up to eight a core, and returns none.
      MALLOC_ARENA_MAX: "2",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const output = heldBack(child);
  const end = ended(child);
  const health = await answers({ host, port, start, end });
  if (health === "well") output.discard();
  else output.show();
  if (health === "silent") await endChild(child, "SIGTERM");
  else onReady();
  return { ready: health !== "silent", code: await end };
}

/**
 * What the server says of itself when it comes to answer, before it ends and before the bound. One
 * that cannot store, such as on a full disk, still answers whoever reads: it is left to run.
 * @param {{ host: string, port: number, start: Starts, end: Promise<number> }} server
 * @returns {Promise<"well" | "unwell" | "silent">}
 */
async function answers({ host, port, start, end }) {
  let over = false;
  void end.then(() => {
    over = true;
  });
  const url = `${probeUrl({ host, port })}/api/health`;
  const begun = performance.now();
  const lasts = () => performance.now() - begun;
  let isSaid = false;
  while (!over && lasts() < start.longestMs) {
    const health = await askHealth(url);
    if (health === "well") return health;
    if (health === "unwell" && lasts() > start.slowMs) {
      console.error("The server answers and cannot store anything. Its log says why.");
      return health;
    }
    if (!isSaid && lasts() > start.slowMs) {
      console.error("The server is still starting. A new version first changes a large database.");
      isSaid = true;
    }
    await sleep(pollMs);
  }
  if (!over) console.error(`The server does not answer at ${url}.`);
  return "silent";
}

/** What Next says of itself while it starts. */
const banner = /^\s*(▲|✓|- (Local|Network):)/u;

/**
 * Keeps what a child prints until it is known whether anyone wants it; passes on what comes later.
 * @param {import("./child.mjs").Child} child
 */
function heldBack(child) {
  /** @type {Buffer[] | null} */
  let held = [];
  child.stdout?.on("data", (/** @type {Buffer} */ chunk) => {
    if (held === null) process.stdout.write(chunk);
    else held.push(chunk);
  });
  const show = () => {
    const lines = Buffer.concat(held ?? [])
      .toString()
      .split("\n");
    process.stdout.write(lines.filter((line) => !banner.test(line)).join("\n"));
    held = null;
  };
  const discard = () => {
    held = null;
  };
  return { show, discard };
}

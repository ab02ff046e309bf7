import { existsSync } from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { endChild, ended, startChild } from "./child.mjs";
import { announce } from "./held-file.mjs";
import { inProject } from "./project.mjs";
import { probeUrl } from "./settings.mjs";

/** A server that does not answer for so long never will, in milliseconds. */
const startMs = 30_000;
const pollMs = 50;

/**
 * V8 lets a heap grow towards its limit before it collects, and takes that from the machine's
 * memory: unbounded, some 300 MB after 10,000 reviews of which 42 are in use. Megabytes.
 */
const heapBounds = ["--max-old-space-size=160", "--max-semi-space-size=4"];

/**
 * Runs the built server to its end. What it prints before it answers is shown only if it does not
 * come to answer; its complaints always are.
 * @param {import("./settings.mjs").Listening & { onReady: () => void }} options
 * @returns {Promise<number>} its exit code
 */
export async function serve({ host, port, dataDir, onReady }) {
  const server = inProject(".next", "standalone", "front.mjs");
  const scriptHashes = inProject(".next", "standalone", "csp-hashes.json");
  if (!existsSync(server) || !existsSync(scriptHashes)) {
    console.error('There is no whole build: "npm run build" makes one.');
    return 1;
  }
  const release = announce("server");
  const withParent = pathToFileURL(inProject("scripts", "end-with-parent.mjs")).href;
  const child = startChild(process.execPath, [...heapBounds, "--import", withParent, server], {
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
  const ready = await answers({ host, port, end });
  if (ready) {
    output.discard();
    onReady();
  } else {
    output.show();
    await endChild(child, "SIGTERM");
  }
  const code = await end;
  release();
  return ready ? code : code || 1;
}

/**
 * Whether the server comes to answer, before it ends and before the bound.
 * @param {{ host: string, port: number, end: Promise<number> }} server
 */
async function answers({ host, port, end }) {
  let over = false;
  void end.then(() => {
    over = true;
  });
  const url = `${probeUrl({ host, port })}/api/health`;
  const until = Date.now() + startMs;
  while (!over && Date.now() < until) {
    if (await isWell(url)) return true;
    await sleep(pollMs);
  }
  if (!over) console.error(`The server does not answer at ${url}.`);
  return false;
}

/**
 * @param {string} url
 * @returns {Promise<boolean>}
 */
function isWell(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(false));
  });
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

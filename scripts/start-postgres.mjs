import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.mjs";
import { placePrograms } from "./postgres-programs.mjs";
import { asPostgres, giveToPostgres } from "./postgres-user.mjs";

/** For tests: a crash loses all, and two that wait for each other are soon found. */
const forgetful = [
  ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  "deadlock_timeout=20ms",
  // Each worker of the tests has pools of its own.
  "max_connections=400",
];

/** Milliseconds for it to start, or to end. */
const patience = 60_000;

/** How often a start is tried: the port that was free may be somebody else's by the time it is used. */
const mostTries = 5;

/** @typedef {{ url: string, port: number, folder: string, end: () => Promise<void> }} Running */

class PortTaken extends Error {}

/**
 * Starts a PostgreSQL of its own, with a folder, a port and a password of its own, on loopback alone.
 * It ends with the process that started it, however that ends. Its text order is that of a language,
 * as on most clusters, so that what rests on the order of bytes is found out.
 * @param {{ settings?: string[], choosePort?: () => Promise<number>, isStandby?: boolean }} [options] settings as
 * `name=value`; a port at which nothing listens; whether it only reads until it is promoted
 * @returns {Promise<Running>}
 */
export async function startPostgres({
  settings = forgetful,
  choosePort = freePort,
  isStandby = false,
} = {}) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryToStart({ settings, choosePort, isStandby });
    } catch (error) {
      if (!(error instanceof PortTaken) || tries >= mostTries) throw error;
    }
  }
}

/**
 * @param {{ settings: string[], choosePort: () => Promise<number>, isStandby: boolean }} wanted
 * @returns {Promise<Running>}
 */
async function tryToStart({ settings, choosePort, isStandby }) {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-postgres-"));
  try {
    chmodSync(folder, 0o755);
    const bin = placePrograms(folder);
    giveAway(folder);
    const password = randomBytes(18).toString("base64url");
    const data = makeCluster({ bin, folder, password });
    if (isStandby) writeFileSync(path.join(data, "standby.signal"), "");
    const port = await choosePort();
    const end = await runServer({ bin, folder, data, port, settings });
    const url = `postgres://mooring:${password}@127.0.0.1:${port}/postgres`;
    return { url, port, folder, end };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * All of a folder becomes the user's under whom it runs, who removes it at the end.
 * @param {string} folder
 */
function giveAway(folder) {
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of ["", ...inside]) giveToPostgres(path.join(folder, name));
}

/**
 * @param {{ bin: string, folder: string, password: string }} made
 * @returns {string} its folder of data
 */
function makeCluster({ bin, folder, password }) {
  const own = path.join(folder, "own");
  mkdirSync(own, { mode: 0o700 });
  const secret = path.join(own, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  giveAway(own);
  const data = path.join(own, "data");
  const order = ["--locale-provider=icu", "--icu-locale=en-US", "--locale=C", "--encoding=UTF8"];
  const access = ["--username=mooring", "--auth=scram-sha-256", `--pwfile=${secret}`];
  const made = spawnSync(
    path.join(bin, "initdb"),
    ["--pgdata", data, "--no-sync", ...order, ...access],
    { ...asPostgres(), cwd: own, encoding: "utf8", timeout: patience },
  );
  if (made.status !== 0)
    throw new Error(`PostgreSQL's initdb failed: ${made.stderr || made.error}`);
  rmSync(secret);
  return data;
}

/**
 * The server runs until the input of its shell ends, which it does with this process. Then its folder
 * goes.
 */
const untilInputEnds = `folder="$1"; shift
exec 3<&0
"$@" 3<&- &
server=$!
(cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null) &
wait $server
cd /; rm -rf "$folder"`;

/**
 * @param {{ bin: string, folder: string, data: string, port: number, settings: string[] }} wanted
 * @returns {Promise<() => Promise<void>>} ends it and removes its folder
 */
async function runServer({ bin, folder, data, port, settings }) {
  const set = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    ...settings,
  ];
  const args = ["-D", data, ...set.flatMap((one) => ["-c", one])];
  const child = spawn(
    "/bin/sh",
    ["-c", untilInputEnds, "postgres", folder, path.join(bin, "postgres"), ...args],
    // A signal to the starter's whole group would end the shell before it has cleaned up.
    { ...asPostgres(), cwd: path.dirname(data), stdio: ["pipe", "ignore", "pipe"], detached: true },
  );
  let said = "";
  child.stderr.on("data", (some) => {
    said = `${said}${some}`.slice(-4000);
  });
  let isGone = false;
  const gone = new Promise((resolve) => child.once("exit", resolve)).then(() => {
    isGone = true;
  });
  const end = async () => {
    child.stdin.end();
    await gone;
  };
  if (await isReady(data, () => isGone)) return end;
  await end();
  const why = `PostgreSQL did not start: ${said}`;
  throw said.includes("Address already in use") ? new PortTaken(why) : new Error(why);
}

/** What a server says of itself that takes connections. */
const open = new Set(["ready", "standby"]);

/**
 * Whether it takes connections, which the last line of its own file says.
 * @param {string} data
 * @param {() => boolean} isGone
 */
async function isReady(data, isGone) {
  for (const until = Date.now() + patience; Date.now() < until && !isGone(); ) {
    if (open.has(statusIn(path.join(data, "postmaster.pid")) ?? "")) return true;
    await new Promise((next) => setTimeout(next, 20));
  }
  return false;
}

/** @param {string} file */
function statusIn(file) {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n")[7]?.trim() ?? null;
  } catch {
    return null;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { childrenOf } from "#bench/app/server-process";
import { freePort } from "#scripts/free-port";

/** The app as `npm start` runs it, all of which can be killed. */
export type KilledApp = { url: string; kill: () => Promise<void> };

/** A server that does not answer for so long never will, milliseconds. */
const startMs = 60_000;
const pollMs = 20;
/** How long it may take to tell that it is well, milliseconds. */
const healthMs = 10_000;

type Start = {
  dir: string;
  dataDir: string;
  port?: number;
  /** Further settings. */
  settings?: Record<string, string>;
  /** A file to which it adds what it says; otherwise nobody hears it. */
  log?: string;
};

/** Starts it and waits until it answers. It ends with this process, however that ends. */
export async function startKillable({
  dir,
  dataDir,
  port,
  settings,
  log,
}: Start): Promise<KilledApp> {
  const at = port ?? (await freePort());
  const own = { NODE_ENV: "production" as const, PORT: String(at), DATA_DIR: dataDir };
  const said = log === undefined ? "ignore" : openSync(log, "a");
  const child = spawn(process.execPath, ["--import", endWithUs(), "scripts/start.mjs"], {
    cwd: dir,
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", said, said],
  });
  if (said !== "ignore") closeSync(said);
  const onExit = () => killAll(child);
  process.on("exit", onExit);
  const url = `http://127.0.0.1:${at}`;
  await answering(child, url);
  const kill = async () => {
    killAll(child);
    while (!hasEnded(child) || (await isWell(url))) await sleep(pollMs);
    process.off("exit", onExit);
  };
  return { url, kill };
}

function endWithUs(): string {
  const watch = pathToFileURL(path.resolve("scripts/end-with-parent.mjs"));
  return `${watch.href}?parent=${process.pid}`;
}

/** As `kill -9` does: what started the server, which would start it again, and the server. */
function killAll(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) return;
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(one, "SIGKILL");
    } catch {
      // It is gone already.
    }
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Says no where that is not told in time, be it that fetch never comes back. */
function isWell(url: string): Promise<boolean> {
  const told = fetch(`${url}/api/health`)
    .then(async ({ ok, body }) => {
      await body?.cancel();
      return ok;
    })
    .catch(() => false);
  return Promise.race([told, sleep(healthMs, false)]);
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(pollMs)) {
    if (hasEnded(child)) break;
    if (await isWell(url)) return;
  }
  killAll(child);
  throw new Error(`The server does not answer at ${url}.`);
}

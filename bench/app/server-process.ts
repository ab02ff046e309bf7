import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { freePort } from "#scripts/free-port";

/** A server under measurement, in a process of its own. */
export type ServerProcess = { url: string; pid: number; stop: () => Promise<void> };

type Start = { dir: string; args: string[]; env: Record<string, string>; port: number };

/** A server that does not answer for so long never will, in milliseconds. */
const startMs = 60_000;

/** The app as `npm start` runs it, with the flags that it gives the server; and further settings. */
export async function startApp(
  dir: string,
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const env = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, ...settings };
  const started = await start({ dir, args: ["scripts/start.mjs"], env, port });
  return { ...started, pid: childOf(started.pid) };
}

/** Next's own server of a standalone build. */
export async function startStandalone(dir: string): Promise<ServerProcess> {
  const port = await freePort();
  const env = { PORT: String(port), HOSTNAME: "127.0.0.1" };
  return start({ dir: path.join(dir, ".next", "standalone"), args: ["server.js"], env, port });
}

/** One of the bench's own servers, which takes its port from PORT. */
export async function startScript(
  file: string,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const port = await freePort();
  const args = ["--conditions=react-server", "--import", "tsx", file];
  return start({ dir: process.cwd(), args, env: { ...env, PORT: String(port) }, port });
}

async function start({ dir, args, env, port }: Start): Promise<ServerProcess> {
  const watch = pathToFileURL(path.resolve("scripts/end-with-parent.mjs"));
  const withUs = `${watch.href}?parent=${process.pid}`;
  const child = spawn(process.execPath, ["--import", withUs, ...args], {
    cwd: dir,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const endWithUs = () => child.kill();
  process.on("exit", endWithUs);
  const url = `http://127.0.0.1:${port}`;
  await answering(child, url);
  if (child.pid === undefined) throw new Error(`${args.join(" ")} has no process.`);
  const stop = async () => {
    process.off("exit", endWithUs);
    await ended(child);
  };
  return { url, pid: child.pid, stop };
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + startMs;
  while (child.exitCode === null && Date.now() < until) {
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch {
      await sleep(50);
    }
  }
  child.kill();
  throw new Error(`The server does not answer at ${url}.`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** The server that `npm start` runs as its one child. */
function childOf(pid: number): number {
  const [child] = childrenOf(pid);
  if (child === undefined) throw new Error(`Process ${pid} has no server.`);
  return child;
}

/** The processes that a process has started and that run. */
export function childrenOf(pid: number): number[] {
  return processTable("pid=,ppid=").flatMap(([id, parent]) => (parent === pid && id ? [id] : []));
}

/** Resident memory of a process in megabytes (10^6 bytes); `ps` tells kibibytes. */
export function residentMegabytes(pid: number): number {
  for (const [id, kibibytes] of processTable("pid=,rss=")) {
    if (id === pid && kibibytes) return (kibibytes * 1024) / 1e6;
  }
  throw new Error(`Process ${pid} is gone.`);
}

function processTable(columns: string): (number | undefined)[][] {
  const table = execFileSync("ps", ["-A", "-o", columns], { encoding: "utf8" });
  return table.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
}

import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#bench/app/server-process";

/** The app as `npm start` runs it, in a process group of its own, so that all of it can be killed. */
export type KilledApp = { url: string; kill: () => Promise<void> };

/** A server that does not answer for so long never will, milliseconds. */
const startMs = 60_000;
const pollMs = 20;

type Start = { dir: string; dataDir: string; port?: number };

/** Starts it and waits until it answers. */
export async function startKillable({ dir, dataDir, port }: Start): Promise<KilledApp> {
  const at = port ?? (await freePort());
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: dir,
    detached: true,
    env: { ...process.env, NODE_ENV: "production", PORT: String(at), DATA_DIR: dataDir },
    stdio: "ignore",
  });
  const onExit = () => killGroup(child);
  process.on("exit", onExit);
  const url = `http://127.0.0.1:${at}`;
  await answering(child, url);
  const kill = async () => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    killGroup(child);
    await gone;
    process.off("exit", onExit);
  };
  return { url, kill };
}

/** As `kill -9` does, on the server and on what started it. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(pollMs)) {
    if (child.exitCode !== null) break;
    const response = await fetch(`${url}/api/health`).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  killGroup(child);
  throw new Error(`The server does not answer at ${url}.`);
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "#scripts/free-port";
import { expect } from "./fixtures";

const root = path.join(import.meta.dirname, "..");

/** A server of a story's own, over the data of the server under test. */
export type OwnServer = {
  url: string;
  /** Resolves when it answers. */
  start: () => Promise<void>;
  /** Ends it as a machine does that loses its power. */
  kill: () => Promise<void>;
  /** What it has written to its output so far. */
  log: () => string;
};

type Settings = Readonly<Record<string, string>>;

/**
 * A port is found at once, so that the stories of a file know the address before the server runs.
 * `settings` are the variables that it has beside its own.
 */
export async function ownServer(
  settings: (url: string) => Settings = () => ({}),
): Promise<OwnServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let log = "";
  const start = async () => {
    child = serve(port, settings(url));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
    await expect.poll(() => isWell(url), { timeout: 90_000, intervals: [50] }).toBe(true);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return { url, start, kill, log: () => log };
}

function serve(port: number, settings: Settings): ChildProcess {
  const endWithUs = `./scripts/end-with-parent.mjs?parent=${process.pid}`;
  const args = ["--import", endWithUs, ".next/standalone/front.mjs"];
  const where = { HOST: "127.0.0.1", HOSTNAME: "127.0.0.1", PORT: String(port) };
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...where, ...settings, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function isWell(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/health`).catch(() => null);
  return response?.ok ?? false;
}

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const built = path.join(import.meta.dirname, "..", ".next", "standalone");
/** Where the tests run as root, what they start from a copy does not. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A build that was taken elsewhere, as a container's image takes it. */
export type BuiltFolder = {
  /** Names of all that it holds at its top. */
  names: readonly string[];
  /** Runs a program of the build's `scripts` to its end. */
  run: (name: string, ...args: string[]) => { status: number | null; said: string };
  /** Starts the server; resolves with its first line once it answers or has ended. */
  start: () => Promise<string>;
  /** Asks the server to end; resolves with its exit code. */
  stop: () => Promise<number | null>;
  remove: () => void;
};

/** Copies the build; its user may read all of the copy, and write in the data folder alone. */
export function builtFolder(port: number): BuiltFolder {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-built-"));
  chmodSync(folder, 0o755);
  const [app, dataDir, temporary] = ["app", "data", "tmp"].map((name) => path.join(folder, name));
  if (!app || !dataDir || !temporary) throw new Error("The copy has no folders.");
  cpSync(built, app, { recursive: true });
  for (const own of [dataDir, temporary]) {
    mkdirSync(own, { mode: 0o700 });
    if (nobody.uid !== undefined) chownSync(own, nobody.uid, nobody.gid);
  }
  const options = {
    cwd: app,
    ...nobody,
    env: {
      ...{ NODE_ENV: "production" as const, PATH: process.env.PATH, TMPDIR: temporary },
      ...{ HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir },
    },
  } as const;
  let server: ReturnType<typeof spawn> | null = null;
  return {
    names: readdirSync(app).sort(),
    run: (name, ...args) => {
      const script = `scripts/${name}.mjs`;
      const ended = spawnSync(process.execPath, [script, ...args], {
        ...options,
        encoding: "utf8",
      });
      return { status: ended.status, said: ended.stdout + ended.stderr };
    },
    start: async () => {
      const child = spawn(process.execPath, ["scripts/start.mjs"], options);
      server = child;
      const [first] = await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
      return String(first);
    },
    stop: async () => {
      if (!server) return null;
      const gone = once(server, "exit");
      server.kill("SIGTERM");
      await gone;
      return server.exitCode;
    },
    remove: () => {
      server?.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

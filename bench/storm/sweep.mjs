import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import path from "node:path";

/**
 * `node sweep.mjs FOLDER` waits until its input ends, which it does with whoever started it, however
 * that ends. Then it ends every process that works in the folder or below, and removes the folder.
 */
const folder = process.argv[2] ?? "";
if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);

/** Milliseconds for PostgreSQL to end by itself, and give its memory back. */
const graceMs = 5_000;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once("close", () => void sweep());

async function sweep() {
  // Patroni first: it would start again what has ended.
  for (const { id, name } of working()) if (name !== "postgres") tell(id, "SIGKILL");
  const servers = pidFiles().map(([id = ""]) => Number(id));
  for (const { id } of working()) if (servers.includes(id)) tell(id, "SIGQUIT");
  for (const until = Date.now() + graceMs; working().length > 0 && Date.now() < until; ) {
    await new Promise((next) => setTimeout(next, 50));
  }
  for (const { id } of working()) tell(id, "SIGKILL");
  // Who was killed has left its file, and a piece of memory that the file names.
  for (const lines of pidFiles()) {
    const memory = lines[6]?.trim().split(/\s+/)[1];
    if (memory) spawnSync("ipcrm", ["-m", memory], { stdio: "ignore" });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
}

/** Those that work in the folder or below; PostgreSQL's own processes work in its data. */
function working() {
  return readdirSync("/proc").flatMap((entry) => {
    const id = Number(entry);
    if (!Number.isInteger(id) || id === process.pid) return [];
    try {
      const at = readlinkSync(`/proc/${id}/cwd`);
      if (at !== folder && !at.startsWith(folder + path.sep)) return [];
      return [{ id, name: readFileSync(`/proc/${id}/comm`, "utf8").trim() }];
    } catch {
      // It is gone, or another's.
      return [];
    }
  });
}

/** The lines of each server's own file. */
function pidFiles() {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name, "data", "postmaster.pid");
    return existsSync(file) ? [readFileSync(file, "utf8").split("\n")] : [];
  });
}

/**
 * @param {number} id
 * @param {NodeJS.Signals} signal
 */
function tell(id, signal) {
  try {
    process.kill(id, signal);
  } catch {
    // It is gone.
  }
}

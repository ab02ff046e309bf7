import { spawn } from "node:child_process";
import { quietTools, root } from "./project.mjs";

/** @typedef {import("node:child_process").ChildProcess} Child */
/** Variables beside those of this process. @typedef {Record<string, string>} Env */

/** Time to end in good order before being ended, in milliseconds. */
const graceMs = 8_000;

/** @type {Set<Child>} */
const running = new Set();

/** This process was asked to end and only waits for its children. */
let ending = false;

/**
 * Starts a program in the project's folder, as the head of a process group of its own, so that
 * whatever it starts in turn can be ended with it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Env, stdio?: import("node:child_process").StdioOptions }} [options]
 * @returns {Child}
 */
export function startChild(
  command,
  args,
  { env = {}, stdio = ["ignore", "inherit", "inherit"] } = {},
) {
  const child = spawn(command, args, {
    cwd: root,
    env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, ...quietTools, ...env }),
    stdio,
    detached: process.platform !== "win32",
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/**
 * How it ended: its exit code, or 128 and more when a signal or the operating system ended it.
 * @param {Child} child
 * @returns {Promise<number>}
 */
export function ended(child) {
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
    child.once("error", (error) => {
      console.error(error.message);
      resolve(127);
    });
  });
}

/**
 * Runs a program to its end, or to its bound.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Env, stdio?: import("node:child_process").StdioOptions, boundMs?: number }} [options]
 * @returns {Promise<{ code: number, late: boolean }>} `late` when it was ended for taking too long
 */
export async function run(command, args, { boundMs, ...options } = {}) {
  const child = startChild(command, args, options);
  let late = false;
  const end = () => {
    late = true;
    void endChild(child, "SIGINT");
  };
  const bound = boundMs === undefined ? undefined : setTimeout(end, boundMs);
  const code = await ended(child);
  clearTimeout(bound);
  // Nobody wants to read that a step failed which they broke off themselves.
  if (ending) await new Promise(() => {});
  return { code, late };
}

/**
 * Asks a child and its group to end, and ends them if they do not: all within ten seconds, for which
 * those who stop a container wait.
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 * @param {number} [withinMs]
 */
export async function endChild(child, signal, withinMs = graceMs) {
  if (!running.has(child)) return;
  const gone = ended(child);
  signalGroup(child, signal);
  const force = setTimeout(() => signalGroup(child, "SIGKILL"), withinMs);
  await gone;
  clearTimeout(force);
}

/**
 * From now on Ctrl-C, and being asked to end, ends all children and then this process. npm's shell
 * does not pass on that it was asked to end, so its end counts as well.
 * @param {(signal: NodeJS.Signals) => number} exitCode
 */
export function endWithSignals(exitCode) {
  if (process.env.npm_lifecycle_event !== undefined) void import("./end-with-parent.mjs");
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, async () => {
      if (ending) return;
      ending = true;
      await Promise.all([...running].map((child) => endChild(child, signal)));
      process.exit(exitCode(signal));
    });
  }
}

/** Whether this process was asked to end. */
export const isEnding = () => ending;

/** What a shell shows for a program that a signal ended.
 * @param {NodeJS.Signals} signal */
export function signalCode(signal) {
  return { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }[/** @type {string} */ (signal)] ?? 1;
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

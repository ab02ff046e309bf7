import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/** One place in the code with the bytes that it made and that are still in use, and whom it called. */
type Made = {
  callFrame: { functionName: string; url: string; lineNumber: number };
  selfSize: number;
  children: Made[];
};

/** What a server holds that is in use; `made` since it last told, and null the first time. */
type Told = { usage: { heapUsed: number; external: number }; made: Made | null };

/** A server that does not tell for so long never will, milliseconds. */
const patience = 60_000;
const pollMs = 100;

/** The settings of a server that is to tell of its memory through this file. */
export function tellingSettings(file: string): Record<string, string> {
  const hook = pathToFileURL(path.resolve("bench/faults/steady/tell-memory.mjs")).href;
  return { NODE_OPTIONS: `--import ${hook}`, BENCH_MEMORY: file };
}

/** Has a server collect what is not in use, and gives what is. */
export async function liveMemory(pid: number, file: string): Promise<Told> {
  rmSync(file, { force: true });
  process.kill(pid, "SIGUSR2");
  for (const until = Date.now() + patience; Date.now() < until; await sleep(pollMs)) {
    const text = readIfThere(file);
    if (text !== null) return JSON.parse(text) as Told;
  }
  throw new Error("The server did not tell of its memory.");
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Megabytes in use. */
export function liveMegabytes({ usage }: Told): number {
  return (usage.heapUsed + usage.external) / 1e6;
}

/** The places that made most of what is new and still in use, a line each. */
export function mostMade({ made }: Told, count: number): string[] {
  const sizes = new Map<string, number>();
  const add = ({ callFrame, selfSize, children }: Made, callers: readonly string[]) => {
    const name = `${callFrame.functionName || "(unnamed)"} ${path.basename(callFrame.url)}:${callFrame.lineNumber}`;
    const stack = [name, ...callers].slice(0, 3);
    const key = stack.join(" < ");
    sizes.set(key, (sizes.get(key) ?? 0) + selfSize);
    for (const child of children) add(child, stack);
  };
  if (made) add(made, []);
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, count);
  return largest.map(([stack, size]) => `${(size / 1e6).toFixed(2)} MB by ${stack}`);
}

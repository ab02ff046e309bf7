import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Clock ticks a second, in which Linux tells processor time. */
const ticks = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

type Process = { id: number; parent: number; seconds: number };

/**
 * Processor time that a process and all that it started have taken so far, in seconds; ended ones that
 * their parents have waited for included. Linux alone tells it.
 */
export function processorSeconds(root: number): number {
  const all = everyProcess();
  const within = (id: number): number => {
    const own = all.find((one) => one.id === id)?.seconds ?? 0;
    return all
      .filter(({ parent }) => parent === id)
      .reduce((sum, child) => sum + within(child.id), own);
  };
  return within(root);
}

function everyProcess(): Process[] {
  const ids = execFileSync("ps", ["-A", "-o", "pid="], { encoding: "utf8" }).trim().split(/\s+/);
  return ids.flatMap((id) => {
    try {
      return [statOf(Number(id))];
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

/** See proc(5): what follows the name in brackets, the state first. */
function statOf(id: number): Process {
  const stat = readFileSync(`/proc/${id}/stat`, "utf8");
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, ofEnded = 0, systemOfEnded = 0] = fields.slice(11);
  return { id, parent, seconds: (user + system + ofEnded + systemOfEnded) / ticks };
}

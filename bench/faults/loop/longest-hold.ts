import { existsSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** Milliseconds. */
export type Hold = {
  /** How late a timer of each millisecond was at most: this and whatever else the machine did. */
  late: number;
  /** The most processor time that the event loop's thread took between two of its turns. */
  processor: number;
};

/** How long the event loop was held at most while something ran. */
export async function longestHold(run: () => Promise<unknown>): Promise<Hold> {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  // What is left of what came before is not counted.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const turns = watchTurns();
  monitor.enable();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await run();
  await new Promise((resolve) => setTimeout(resolve, 5));
  monitor.disable();
  return { late: monitor.max / 1e6, processor: turns.end() };
}

/** What Linux says of the main thread; elsewhere of all threads together. */
function processorMs(): number {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  if (existsSync(file)) return Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function watchTurns(): { end: () => number } {
  let longest = 0;
  let isOver = false;
  let last = processorMs();
  const turn = () => {
    const now = processorMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    end: () => {
      isOver = true;
      return longest;
    },
  };
}

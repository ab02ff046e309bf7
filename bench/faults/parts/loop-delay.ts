import { monitorEventLoopDelay } from "node:perf_hooks";

/** Milliseconds. */
export type Hold = {
  /** How late a timer of each millisecond was at most: this and whatever else the machine did. */
  late: number;
  /** The most processor time, of all threads, that was taken between two turns of the event loop. */
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

function watchTurns(): { end: () => number } {
  let longest = 0;
  let isOver = false;
  let last = process.cpuUsage();
  const turn = () => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.cpuUsage();
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

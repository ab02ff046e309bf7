import { databaseTrouble } from "./trouble";

/** Between two tries, milliseconds: twice as long each time, up to the longest. */
const firstPause = 5;
const longestPause = 100;

/** All pauses together after which who waits for another process's lock is told so, milliseconds. */
export const longestWait = 5_000;

/** Whether another process holds the lock. Then nothing was written, and it can be tried again. */
export function isBusy(error: unknown): boolean {
  return databaseTrouble(error)?.kind === "busy";
}

/** The pause after so many tries that found the lock held, milliseconds. */
export function pauseAfter(tries: number): number {
  return Math.min(firstPause * 2 ** Math.min(tries, 10), longestPause);
}

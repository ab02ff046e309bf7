const second = 1000;
const minute = 60 * second;

/** Minutes before the end at which a screen reader is told. */
const told = [10, 5, 1];
/** How long what is said stands: then it is old. */
export const spokenFor = 10 * second;

/** What a screen reader is told of the time: that it is up, or that less than so many minutes are left. */
export type SpokenLeft = { is: "up" } | { is: "less"; minutes: number };

/**
 * What is to be said when so much of an exam's time is left, milliseconds; null most of the time. It
 * follows from what is left at this very moment, so that it is true in an exam that is gone on with
 * and after the clock was set right, too. `sinceOpened`: how long the page has been open.
 */
export function spokenLeft(left: number, sinceOpened: number): SpokenLeft | null {
  if (left <= 0) return { is: "up" };
  const passed = told.find((one) => left < one * minute && left >= one * minute - spokenFor);
  if (passed !== undefined) return { is: "less", minutes: passed };
  if (sinceOpened >= spokenFor) return null;
  return { is: "less", minutes: Math.floor(left / minute) + 1 };
}

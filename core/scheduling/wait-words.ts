import type { Outlook } from "./types";

/** When a card comes back, in words: minutes while it is in its steps, then study days. */
export function waitWords({ state, wait }: Pick<Outlook, "state" | "wait">): string {
  if (state.phase !== "review") return `in ${count(Math.round(wait / 60_000), "minute")}`;
  const days = state.dueDay - state.lastDay;
  if (days < 60) return count(days, "day");
  if (days < 700) return count(Math.round(days / 30.4), "month");
  return `${(days / 365.25).toFixed(1)} years`;
}

/** "1 card", "2 cards". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

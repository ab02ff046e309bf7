import { counted } from "#core/text/counted";
import type { Outlook } from "./types";

/** When a card comes back, in words: minutes while it is in its steps, then study days. */
export function waitWords({ state, wait }: Pick<Outlook, "state" | "wait">): string {
  if (state.phase !== "review") return `in ${counted(Math.round(wait / 60_000), "minute")}`;
  const days = state.dueDay - state.lastDay;
  if (days < 60) return counted(days, "day");
  if (days < 700) return counted(Math.round(days / 30.4), "month");
  return `${(days / 365.25).toFixed(1)} years`;
}

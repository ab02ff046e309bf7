import { waitText } from "#core/text/study/wait-text";
import type { Outlook } from "./types";

/** When a card comes back, in words: minutes while it is in its steps, then study days. */
export function waitWords({ state, wait }: Pick<Outlook, "state" | "wait">): string {
  const text = waitText();
  if (state.phase !== "review") return text.inMinutes(Math.round(wait / 60_000));
  const days = state.dueDay - state.lastDay;
  if (days < 60) return text.days(days);
  if (days < 700) return text.months(Math.round(days / 30.4));
  return text.years(days / 365.25);
}

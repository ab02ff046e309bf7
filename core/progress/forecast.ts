import type { DeckIndex } from "#core/content/types";
import { isSuspended } from "#core/scheduling/held-back";
import type { CardState } from "#core/scheduling/types";

export type Forecast = {
  /** One for each study day from today on; what is overdue counts as due today. */
  days: { studyDay: number; due: number }[];
  /** Of those due today: since an earlier day. */
  overdue: number;
  /** Scheduled beyond the last of the days. */
  later: number;
};

export type ForecastInput = {
  index: DeckIndex;
  states: ReadonlyMap<string, CardState>;
  today: number;
  days?: number;
};

/** How many cards of the deck come due on each study day, as their schedules stand now. */
export function forecast({ index, states, today, days = 30 }: ForecastInput): Forecast {
  const due = Array.from({ length: days }, () => 0);
  let overdue = 0;
  let later = 0;
  for (const { id } of index.cards) {
    const state = states.get(id);
    if (!state || state.phase === "new" || isSuspended(state)) continue;
    const ahead = Math.max(0, state.dueDay - today);
    if (state.dueDay < today) overdue += 1;
    if (ahead < days) due[ahead] = (due[ahead] ?? 0) + 1;
    else later += 1;
  }
  return {
    days: due.map((count, ahead) => ({ studyDay: today + ahead, due: count })),
    overdue,
    later,
  };
}

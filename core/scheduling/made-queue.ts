import type { QueueInput } from "./queue";
import { defaultSettings } from "./settings";
import { momentOf } from "./study-day";
import type { CardState, ScheduledState } from "./types";

/** States and queues that could have been: for tests, never for a learner. */

export const madeNow = momentOf({ ms: Date.UTC(2026, 4, 10, 9), utcOffset: 0 });

/** A card reviewed ten days ago and due today, with what is given put in its place. */
export function knownState(change: Partial<ScheduledState> = {}): ScheduledState {
  return {
    phase: "review",
    stability: 10,
    difficulty: 5,
    due: madeNow.ms,
    dueDay: madeNow.studyDay,
    step: 0,
    reps: 3,
    lapses: 0,
    lastReview: madeNow.ms - 10 * 86_400_000,
    lastDay: madeNow.studyDay - 10,
    utcOffset: 0,
    missed: false,
    folded: 3,
    ...change,
  };
}

/** One card for each letter, in this teaching order; a letter without a state is new. */
export function madeQueue(
  letters: string,
  states: Record<string, CardState> = {},
  change: Partial<QueueInput> = {},
): QueueInput {
  return {
    cards: [...letters].map((id) => ({ id })),
    states: new Map(Object.entries(states)),
    counts: { newDone: 0, reviewsDone: 0 },
    settings: defaultSettings,
    now: madeNow,
    ...change,
  };
}

import { writeTogether } from "#db/batch";
import { putState } from "#db/card-states";
import type { Database } from "#db/client";
import { learner } from "./hard-exchange";

/** Stores that many states, each of a card of its own. */
export async function seedStates(database: Database, count: number): Promise<void> {
  for (let from = 0; from < count; from += 1000) {
    await writeTogether(
      database,
      Array.from({ length: 1000 }, (_, n) => stateOf(database, from + n)),
    );
  }
}

/** A write of one state, of the `n`th card. */
export function stateOf(database: Database, n: number) {
  const numbers = {
    stability: 10 + n,
    difficulty: 5,
    due: n,
    dueDay: 1,
    step: 0,
    reps: 3,
    lapses: 0,
  };
  const last = { lastReview: 1_700_000_000_000, lastDay: 19_000, utcOffset: 0 };
  const state = { phase: "review", ...numbers, ...last, missed: false, folded: 3 } as const;
  return putState(database, { learner: learner.id, version: 0, card: `card-${n}`, state });
}

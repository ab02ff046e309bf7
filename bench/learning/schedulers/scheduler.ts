import { uniform } from "#bench/learning/truths/chance";
import type { Rating } from "#core/log/types";
import { type StepInput, stepOne } from "#core/scheduling/fsrs";
import { msPerDay } from "#core/scheduling/study-day";
import type { ScheduledState } from "#core/scheduling/types";

/** What decides when a card comes back: its next state after a rating. */
export type Scheduler = {
  name: string;
  /** Null for ours, which the session asks by itself. */
  step: ((input: StepInput, rating: Rating) => ScheduledState) | null;
};

/** What another scheduler knows of a card, in the places where ours keeps its own. */
export type Own = {
  /** Stands as the stability: what the queue's order goes by. */
  days: number;
  difficulty: number;
};

/**
 * The state after a rating with another's interval in it. Phases, the steps within a day and all
 * counts are the same for all schedulers; only the days between are their own.
 */
export function withOwn({ card, ...input }: StepInput, rating: Rating, own: Own): ScheduledState {
  const state = stepOne({ card, ...input }, rating);
  const { days, difficulty } = own;
  const next = { ...state, stability: days, difficulty };
  if (state.phase !== "review") return next;
  const wait = spread(days, card, state.reps);
  return { ...next, due: input.at.ms + wait * msPerDay, dueDay: input.at.studyDay + wait };
}

/** Days a little apart, as Anki's and ours are: a share of the interval, less of a long one. */
function spread(days: number, card: string, reps: number): number {
  const whole = Math.max(1, Math.round(days));
  if (whole < 3) return whole;
  const ranges = [
    { from: 2.5, to: 7, share: 0.15 },
    { from: 7, to: 20, share: 0.1 },
    { from: 20, to: Number.POSITIVE_INFINITY, share: 0.05 },
  ];
  const delta = ranges.reduce(
    (sum, { from, to, share }) => sum + share * Math.max(0, Math.min(whole, to) - from),
    1,
  );
  return Math.max(2, Math.round(whole + delta * (2 * uniform(`${card}:${reps}`) - 1)));
}

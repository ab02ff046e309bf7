import type { QuizPlan } from "#core/log/types";

type Timed = { plan: Pick<QuizPlan, "limit">; startedAt: number };

/** The moment at which a quiz's time is up, milliseconds since 1970; null when it is not timed. */
export function deadlineOf({ plan, startedAt }: Timed): number | null {
  return plan.limit === undefined ? null : startedAt + plan.limit;
}

/** Whether a moment lies after the end of a quiz's time. */
export function isLate(timed: Timed, ms: number): boolean {
  const deadline = deadlineOf(timed);
  return deadline !== null && ms > deadline;
}

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

export type Left = {
  /** By the server's clock, milliseconds. */
  left: number;
  /** When that was heard, and when the time is up, by this device's clock. */
  heardAt: number;
  deadline: number;
  /** Whether this device began the exam. */
  isOwn: boolean;
};

/**
 * The moment at which the time is up, now that the server said how much is left. Where the exam
 * began here, what the server hears can only be later than what was: then the earlier end holds.
 */
export function agreedDeadline({ left, heardAt, deadline, isOwn }: Left): number {
  const byServer = heardAt + left;
  return isOwn ? Math.min(byServer, deadline) : byServer;
}

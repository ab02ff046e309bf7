import type { QuizStyle } from "#core/log/types";
import type { QuizSummary } from "./quiz-history";

/** One finished quiz of a trend; `share` of its questions that were right, 0 to 1. */
export type TrendPoint = { quiz: string; startedAt: number; style: QuizStyle; share: number };

/** A trend shows so many quizzes at most: more would stand too close on a phone. */
export const longestTrend = 20;

/**
 * The latest finished quizzes that were not taken back, the earliest of them first; `history` has
 * the latest first.
 */
export function scoreTrend(history: readonly QuizSummary[]): TrendPoint[] {
  return history
    .filter((one) => one.finishedAt !== null && !one.takenBack && one.score.asked > 0)
    .slice(0, longestTrend)
    .map(({ quiz, startedAt, plan, score }) => ({
      ...{ quiz, startedAt, style: plan.style ?? "practice" },
      share: score.right / score.asked,
    }))
    .reverse();
}

import type { QuizStyle } from "#core/log/types";
import type { QuizSummary } from "./quiz-history";

/** An earlier take of a quiz's questions, as far as this quiz asks them. */
export type TakeBefore = {
  quiz: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  style: QuizStyle;
  asked: number;
  right: number;
  /** Ids of the cards that were missed then and are right now, and the other way round. */
  gained: string[];
  lost: string[];
};

type Compared = Pick<QuizSummary, "quiz" | "plan" | "startedAt" | "right"> & {
  /** Ids of the cards answered and not right. */
  missed: readonly string[];
};

/**
 * The finished quizzes before this one that asked all of its questions, the latest first. What was
 * not answered in one of the two neither won nor lost anything.
 */
export function takesBefore(now: Compared, history: readonly QuizSummary[]): TakeBefore[] {
  const asked = new Set(now.plan.questions.map(({ card }) => card));
  const ours = (cards: readonly string[]) => cards.filter((card) => asked.has(card));
  return history
    .filter(
      ({ quiz, plan, startedAt, finishedAt, takenBack }) =>
        quiz !== now.quiz &&
        finishedAt !== null &&
        !takenBack &&
        startedAt <= now.startedAt &&
        ours(plan.questions.map(({ card }) => card)).length === asked.size,
    )
    .map(({ quiz, plan, startedAt, right, score }) => ({
      ...{ quiz, startedAt, style: plan.style ?? "practice", asked: asked.size },
      right: ours(right).length,
      gained: score.missed.filter((card) => now.right.includes(card)),
      lost: right.filter((card) => now.missed.includes(card)),
    }));
}

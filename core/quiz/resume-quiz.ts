import type { Entry, QuizPlan, Review } from "#core/log/types";
import { readQuizzes } from "./read-quizzes";

/** Where a quiz stands. */
export type QuizStanding = {
  plan: QuizPlan;
  /** One for each question; null while it has no answer. */
  answers: (Review | null)[];
  /** Index of the first question without an answer; the number of questions when all have one. */
  next: number;
  finished: boolean;
};

/** Where a quiz stood when the page was left; null when the log does not know how it began. */
export function resumeQuiz(entries: readonly Entry[], quiz: string): QuizStanding | null {
  const ours = entries.filter(
    (entry) =>
      entry.type === "void" ||
      ((entry.type === "quiz" || entry.type === "review") && entry.quiz === quiz),
  );
  const record = readQuizzes(ours)[0];
  if (!record) return null;
  const { plan, answers, finishedAt } = record;
  const open = answers.indexOf(null);
  return { plan, answers, next: open < 0 ? answers.length : open, finished: finishedAt !== null };
}

import type { Entry } from "#core/log/types";
import { type QuizRecord, readQuizzes } from "#core/quiz/history/read-quizzes";

/** Where a quiz stands. */
export type QuizStanding = Omit<QuizRecord, "quiz" | "finishedAt"> & { finished: boolean };

/** Where a quiz stood when the page was left; null when the log does not know how it began. */
export function resumeQuiz(entries: readonly Entry[], quiz: string): QuizStanding | null {
  const ours = entries.filter(
    (entry) =>
      entry.type === "void" ||
      ((entry.type === "quiz" || entry.type === "review") && entry.quiz === quiz),
  );
  const record = readQuizzes(ours)[0];
  if (!record) return null;
  const { quiz: _, finishedAt, ...standing } = record;
  return { ...standing, finished: finishedAt !== null };
}

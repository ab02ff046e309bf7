import type { DeckIndex } from "#core/content/types";
import type { Entry, QuizPlan } from "#core/log/types";
import { isGiven } from "#core/quiz/exam/is-blank";
import { isRight, type QuizScore, scoreQuiz } from "#core/quiz/score/score-quiz";
import { readQuizzes } from "./read-quizzes";

export type QuizSummary = {
  quiz: string;
  plan: QuizPlan;
  /** Milliseconds since 1970; `finishedAt` null: it can be resumed. */
  startedAt: number;
  finishedAt: number | null;
  topics: string[];
  score: QuizScore;
  /** How many questions have an answer, whether it counts already or not. */
  answered: number;
  /** Ids of the cards answered rightly, in the order asked. */
  right: string[];
  /** A placement whose answers count for nothing any more. */
  takenBack: boolean;
};

/** Every quiz in the log, the latest first. */
export function quizHistory(entries: readonly Entry[], index: DeckIndex): QuizSummary[] {
  return readQuizzes(entries)
    .map(({ quiz, plan, startedAt, finishedAt, answers, given, takenBack }) => ({
      quiz,
      plan,
      startedAt,
      finishedAt,
      topics: plan.topics,
      score: scoreQuiz({ plan, answers, index }),
      answered: answers.filter((answer, place) => answer !== null || isGiven(given[place])).length,
      right: answers.flatMap((answer) => (answer && isRight(answer) ? [answer.card] : [])),
      takenBack,
    }))
    .reverse();
}

import type { Entry } from "#core/log/types";
import { isLate } from "#core/quiz/exam/exam-clock";
import type { Given } from "#core/quiz/history/read-quizzes";
import { standingReviews } from "#core/scheduling/day-counts";
import type { DeviceTime } from "#core/scheduling/types";
import { askNext, isExam, type QuizSession, type ReviewDraft } from "./quiz-session";

/** What was answered in a quiz elsewhere, in another tab or on another device. */
export type Elsewhere = { given: readonly Given[]; reviews: readonly ReviewDraft[] };

/** What some entries of the log tell of a quiz's answers. */
export function answersIn(entries: readonly Entry[], quiz: string): Elsewhere {
  const given = entries.flatMap((entry) =>
    entry.type === "quiz" && entry.quiz === quiz && entry.event === "answer"
      ? [{ ...entry.given, at: entry.at }]
      : [],
  );
  return { given, reviews: standingReviews(entries).filter((review) => review.quiz === quiz) };
}

/** Where answers count for nothing before the end: of each question the later one counts. */
export function mergeGiven(session: QuizSession, heard: readonly Given[]): QuizSession {
  const inTime = heard.filter(({ at }) => !isLate(session, at));
  const given = session.plan.questions.map(({ card }, question) => {
    const all = [session.given[question] ?? null, ...inTime.filter((one) => one.card === card)];
    return all.reduce((latest, one) => (one && (!latest || one.at > latest.at) ? one : latest));
  });
  if (given.every((one, question) => one === session.given[question])) return session;
  if (isExam(session)) return { ...session, given };
  const asked = given.flatMap((one, question) =>
    one && !session.asked.includes(question) ? [question] : [],
  );
  return { ...session, given, asked: [...asked, ...session.asked] };
}

/**
 * Where answers count at once: the first one to a question counts, so that one that was answered
 * elsewhere while it stands here is not asked again.
 */
export function mergeReviews(
  session: QuizSession,
  heard: readonly ReviewDraft[],
  now: DeviceTime,
): QuizSession {
  const answers = session.plan.questions.map(
    ({ card }, question) =>
      session.answers[question] ?? heard.find((review) => review.card === card) ?? null,
  );
  const news = answers.flatMap((answer, question) =>
    answer !== session.answers[question] ? [question] : [],
  );
  if (news.length === 0) return session;
  const { stage } = session;
  const shown = "question" in stage ? [stage.question] : [];
  const others = [...session.asked, ...news].filter((question) => !shown.includes(question));
  const merged = { ...session, answers, asked: [...new Set(others), ...shown] };
  const isAnswered = "question" in stage && news.includes(stage.question);
  return isAnswered ? askNext(merged, now) : merged;
}

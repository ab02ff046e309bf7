import { canonicalJson } from "#core/content/canonical-json";
import type { CardKind } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import type { Confidence, Entry } from "#core/log/types";
import { isLate } from "#core/quiz/exam/exam-clock";
import type { Given } from "#core/quiz/history/read-quizzes";
import type { DeviceTime } from "#core/scheduling/types";
import { isExam, type QuizSession, type QuizStep, type Shown } from "./quiz-session";

type At = { question: number; now: DeviceTime; id: string };
/** An answer as far as it is made. `duration`: milliseconds spent on the question so far. */
export type Keeping = At & { answer: Answer; duration: number };
export type Marking = At & { kind: CardKind; marked: boolean };

/** Milliseconds spent on a question up to a moment, milliseconds since 1970. */
export function spentOn({ shownAt, spent }: Shown, now: number): number {
  return spent + countedDuration(shownAt, now);
}

/** Keeps an answer as far as it is made, and stays where the session is. */
export function keepAnswer(session: QuizSession, keeping: Keeping): QuizStep {
  const { question, answer, duration, now, id } = keeping;
  const before = session.given[question];
  if (before && sameAnswer(before.answer, answer)) return { session, emits: [] };
  return note(session, {
    question,
    id,
    change: { answer, confidence: null, duration, at: now.ms },
  });
}

/** Notes that a question is to be looked at again, or is no more. */
export function markQuestion(session: QuizSession, marking: Marking): QuizStep {
  const { question, kind, marked, now, id } = marking;
  const { answer, confidence, duration } = session.given[question] ?? {
    ...{ answer: { kind: "none", asked: kind } as const, confidence: null, duration: 0 },
  };
  const change = { answer, confidence, duration, marked, at: now.ms };
  return note(session, { question, id, change });
}

export type Noted = {
  question: number;
  id: string;
  change: Omit<Given, "card"> & { confidence: Confidence | null };
};

/**
 * Notes what was given to a question, in the log too. What comes after the time is up is not taken,
 * nor what says nothing new.
 */
export function note(session: QuizSession, { question, id, change }: Noted): QuizStep {
  const { quiz, plan, deadline, given } = session;
  const card = plan.questions[question]?.card;
  const { at, ...rest } = change;
  if (card === undefined || (deadline !== null && at > deadline)) return { session, emits: [] };
  const before = given[question];
  const marked = rest.marked ?? before?.marked;
  const told = { ...rest, card, ...(marked !== undefined && { marked }) };
  if (before && saysSame(before, { ...told, at })) return { session, emits: [] };
  return {
    session: { ...session, given: given.with(question, { ...told, at }) },
    emits: [{ type: "quiz", id, at, quiz, event: "answer", plan: null, given: told }],
  };
}

/**
 * The session with what was given in the same quiz elsewhere, in another tab or on another device: of
 * each question the later word counts.
 */
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

/** What was given to the questions of a quiz, by some entries of the log. */
export function givenIn(entries: readonly Entry[], quiz: string): Given[] {
  return entries.flatMap((entry) =>
    entry.type === "quiz" && entry.quiz === quiz && entry.event === "answer"
      ? [{ ...entry.given, at: entry.at }]
      : [],
  );
}

/** Whether two answers are the same. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function saysSame({ at: _, duration: __, ...one }: Given, { at, duration, ...other }: Given) {
  return canonicalJson(one) === canonicalJson(other);
}

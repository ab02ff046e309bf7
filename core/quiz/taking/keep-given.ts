import { canonicalJson } from "#core/content/canonical-json";
import type { CardKind } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import type { Confidence } from "#core/log/types";
import type { Given } from "#core/quiz/history/read-quizzes";
import type { DeviceTime } from "#core/scheduling/types";
import type { QuizSession, QuizStep, Shown } from "./quiz-session";

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

/** Whether two answers are the same. */
function sameAnswer(one: Answer, other: Answer): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function saysSame({ at: _, duration: __, ...one }: Given, { at, duration, ...other }: Given) {
  return canonicalJson(one) === canonicalJson(other);
}

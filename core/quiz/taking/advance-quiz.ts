import { isTyped } from "#core/grading/verdict/typed-answer";
import type { Confidence } from "#core/log/types";
import type { DeviceTime } from "#core/scheduling/types";
import { giveAnswer, type HandIn, handIn, noteAnswer } from "./advance-exam";
import { type Keeping, keepAnswer, type Marking, markQuestion, note } from "./keep-given";
import { type Elsewhere, mergeGiven, mergeReviews } from "./merge-elsewhere";
import { reviewOf } from "./quiz-review";
import {
  ask,
  askNext,
  finishEntry,
  isExam,
  isPlacement,
  type Pending,
  type QuizSession,
  type QuizStage,
  type QuizStep,
  type Shown,
} from "./quiz-session";

type Timed = { now: DeviceTime; id: string };

/** What happens in a quiz. `id` is made by the page for the entry that follows. */
export type QuizEvent =
  | ({ type: "answer" } & Pending)
  /** How sure the learner is of the answer just given; null: rather not said. */
  | { type: "sure"; confidence: Confidence | null }
  /** "I was right", of a typed answer; `voidId` is of the entry that takes its review back. */
  | ({ type: "overrule"; voidId: string } & Timed)
  /** From the feedback to the next open question, or to the end. */
  | ({ type: "next" } & Timed)
  /** Past a question that cannot be asked: its card is no longer in the deck. */
  | ({ type: "skip" } & Timed)
  /** To the end, whatever is still open; an exam is handed in instead. */
  | ({ type: "finish" } & Timed)
  /** In an exam, to any of its questions or to the list of them. */
  | { type: "go"; question: number; now: DeviceTime }
  | { type: "overview" }
  /** In an exam, an answer as far as it is made; and that a question is to be looked at again. */
  | ({ type: "keep" } & Keeping)
  | ({ type: "mark" } & Marking)
  /** What was answered in the same quiz in another tab or on another device. */
  | ({ type: "merge"; now: DeviceTime } & Elsewhere)
  /** The server's word on when an exam's time is up, by this device's clock. */
  | { type: "clock"; deadline: number }
  /** The end of an exam or a placement, with what grading found of each answer given. */
  | ({ type: "hand-in" } & HandIn);

/**
 * One step of a quiz. An event that does not fit the stage (a key pressed twice) changes nothing.
 * What is answered is written at once, so that a reload loses nothing and asks nothing twice: as a
 * review, or in an exam and a placement as something given, which counts for nothing before the end.
 * A review that is overruled is taken back, and another written in its place.
 */
export function advanceQuiz(session: QuizSession, event: QuizEvent): QuizStep {
  const { stage } = session;
  if (stage.at === "finished") return same(session);
  switch (event.type) {
    case "answer":
      return answerQuestion(session, event);
    case "sure":
      return stage.at === "sure" ? beSure(session, stage, event.confidence) : same(session);
    case "overrule":
      return overrule(session, event);
    case "next":
      return stage.at === "feedback" ? moveOn(session, event) : same(session);
    case "skip":
      return stage.at === "asking" ? moveOn(session, event) : same(session);
    case "finish":
      return countsAtEnd(session) ? same(session) : end(session, event);
    case "merge":
      return countsAtEnd(session)
        ? same(mergeGiven(session, event.given))
        : same(mergeReviews(session, event.reviews, event.now));
    case "hand-in":
      return countsAtEnd(session) ? handIn(session, event) : same(session);
    case "go":
    case "overview":
    case "clock":
    case "keep":
    case "mark":
      return isExam(session) ? inExam(session, event) : same(session);
  }
}

type ExamEvent = Extract<QuizEvent, { type: "go" | "overview" | "clock" | "keep" | "mark" }>;

function inExam(session: QuizSession, event: ExamEvent): QuizStep {
  switch (event.type) {
    case "overview":
      return same({ ...session, stage: { at: "overview" } });
    case "clock":
      return same({ ...session, deadline: event.deadline });
    case "keep":
      return keepAnswer(session, event);
    case "mark":
      return markQuestion(session, event);
    case "go": {
      const { question, now } = event;
      if (session.plan.questions[question] === undefined) return same(session);
      return same(ask({ ...session, asked: [...session.asked, question] }, question, now));
    }
  }
}

type Feedback = Extract<QuizStage, { at: "feedback" }>;

/** Whether "I was right" is offered: for typed answers that were read and not found correct. */
export function canOverrule({ review, verdict }: Pick<Feedback, "review" | "verdict">): boolean {
  if (review.overruled || !isTyped(review.answer)) return false;
  return verdict.outcome === "wrong" || verdict.outcome === "partly";
}

const same = (session: QuizSession): QuizStep => ({ session, emits: [] });

/** Whether its answers count for nothing before its end. */
const countsAtEnd = (session: QuizSession): boolean => isExam(session) || isPlacement(session);

function answerQuestion(session: QuizSession, event: Extract<QuizEvent, { type: "answer" }>) {
  const { stage } = session;
  if (stage.at !== "asking") return same(session);
  const { type: _, ...pending } = event;
  const { question, shownAt, spent } = stage;
  const shown = { question, shownAt, spent };
  const wanted = session.plan.questions[question]?.card;
  if (wanted !== pending.card.id) {
    throw new Error(`Quiz ${session.quiz} asks ${wanted}, but ${pending.card.id} was answered`);
  }
  if (pending.verdict.outcome === "unreadable") {
    return same({ ...session, stage: { ...stage, problem: pending.verdict } });
  }
  // Nobody is asked how sure they are of not knowing.
  if (session.plan.asksConfidence && pending.answer.kind !== "none") {
    const { session: noted, emits } = isExam(session)
      ? noteAnswer(session, { shown, pending, confidence: null })
      : same(session);
    const stage = { ...shown, at: "sure" as const, pending };
    return { session: { ...noted, stage }, emits };
  }
  return settle(session, { shown, pending, confidence: null });
}

type Settling = { shown: Shown; pending: Pending; confidence: Confidence | null };

function settle(session: QuizSession, settling: Settling): QuizStep {
  if (isExam(session)) return giveAnswer(session, settling);
  const { shown, pending, confidence } = settling;
  const review = reviewOf(session, { shown, ...pending, confidence });
  const { question } = shown;
  const { verdict, id } = pending;
  return tell(session, { at: "feedback", question, review, verdict }, id);
}

/** Tells at once how an answer was, and writes it: a placement's counts for nothing yet. */
function tell(session: QuizSession, feedback: Feedback, id: string): QuizStep {
  const { question, review } = feedback;
  const told = { ...session, stage: feedback };
  if (!isPlacement(session)) {
    const answers = session.answers.with(question, review);
    return { session: { ...told, answers }, emits: [review] };
  }
  const { answer, confidence, duration, at, overruled } = review;
  const found = { verdict: feedback.verdict.outcome, overruled };
  return note(told, { question, id, change: { answer, confidence, duration, at, found } });
}

type Sure = Extract<QuizStage, { at: "sure" }>;

function beSure(session: QuizSession, stage: Sure, confidence: Confidence | null): QuizStep {
  const { at: _, pending, ...shown } = stage;
  // An exam has kept the answer by itself, and this is one more entry.
  const id = isExam(session) ? `${pending.id}-sure` : pending.id;
  return settle(session, { shown, pending: { ...pending, id }, confidence });
}

/** The new review keeps the moment of the answer: it stands where the one taken back stood. */
function overrule(session: QuizSession, event: Extract<QuizEvent, { type: "overrule" }>): QuizStep {
  const { stage } = session;
  if (stage.at !== "feedback" || !canOverrule(stage)) return same(session);
  const { card, id: target } = stage.review;
  const takenBack = { type: "void", id: event.voidId, at: event.now.ms, target, card } as const;
  const review = { ...stage.review, id: event.id, overruled: true, rating: "good" } as const;
  const { session: told, emits } = tell(session, { ...stage, review }, event.id);
  return { session: told, emits: isPlacement(session) ? emits : [takenBack, ...emits] };
}

function moveOn(session: QuizSession, at: Timed): QuizStep {
  const next = askNext(session, at.now);
  return next.stage.at === "finished" ? end(session, at) : same(next);
}

function end(session: QuizSession, at: Timed): QuizStep {
  const emits = [finishEntry(session.quiz, at)];
  return { session: { ...session, stage: { at: "finished" } }, emits };
}

import { isTyped } from "#core/grading/verdict/typed-answer";
import type { Confidence } from "#core/log/types";
import type { DeviceTime } from "#core/scheduling/types";
import { giveAnswer, type HandIn, handIn } from "./advance-exam";
import { reviewOf } from "./quiz-review";
import {
  ask,
  askNext,
  finishEntry,
  isExam,
  type Pending,
  type QuizSession,
  type QuizStage,
  type QuizStep,
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
  /** The server's word on when an exam's time is up, by this device's clock. */
  | { type: "clock"; deadline: number }
  /** The end of an exam, with what grading found of each answer given. */
  | ({ type: "hand-in" } & HandIn);

/**
 * One step of a quiz. An event that does not fit the stage (a key pressed twice) changes nothing.
 * But for an exam's, a review is written as soon as it is answered, so that a reload loses nothing
 * and asks nothing twice; one that is overruled is taken back, and another written in its place.
 */
export function advanceQuiz(session: QuizSession, event: QuizEvent): QuizStep {
  const { stage } = session;
  if (stage.at === "finished") return same(session);
  switch (event.type) {
    case "answer":
      return answerQuestion(session, event);
    case "sure":
      return stage.at === "sure"
        ? settle(session, stage, stage.pending, event.confidence)
        : same(session);
    case "overrule":
      return overrule(session, event);
    case "next":
      return stage.at === "feedback" ? moveOn(session, event) : same(session);
    case "skip":
      return stage.at === "asking" ? moveOn(session, event) : same(session);
    case "finish":
      return isExam(session) ? same(session) : end(session, event);
    case "go":
    case "overview":
    case "clock":
    case "hand-in":
      return isExam(session) ? inExam(session, event) : same(session);
  }
}

type ExamEvent = Extract<QuizEvent, { type: "go" | "overview" | "clock" | "hand-in" }>;

function inExam(session: QuizSession, event: ExamEvent): QuizStep {
  switch (event.type) {
    case "overview":
      return same({ ...session, stage: { at: "overview" } });
    case "clock":
      return same({ ...session, deadline: event.deadline });
    case "hand-in":
      return handIn(session, event);
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

function answerQuestion(session: QuizSession, event: Extract<QuizEvent, { type: "answer" }>) {
  const { stage } = session;
  if (stage.at !== "asking") return same(session);
  const { type: _, ...pending } = event;
  const { question, shownAt } = stage;
  const wanted = session.plan.questions[question]?.card;
  if (wanted !== pending.card.id) {
    throw new Error(`Quiz ${session.quiz} asks ${wanted}, but ${pending.card.id} was answered`);
  }
  if (pending.verdict.outcome === "unreadable") {
    return same({ ...session, stage: { ...stage, problem: pending.verdict } });
  }
  // Nobody is asked how sure they are of not knowing.
  if (session.plan.asksConfidence && pending.answer.kind !== "none") {
    return same({ ...session, stage: { at: "sure", question, shownAt, pending } });
  }
  return settle(session, stage, pending, null);
}

type Shown = { question: number; shownAt: number };

function settle(
  session: QuizSession,
  shown: Shown,
  pending: Pending,
  confidence: Confidence | null,
): QuizStep {
  const { question } = shown;
  if (isExam(session)) return giveAnswer(session, { ...shown, pending, confidence });
  const review = reviewOf(session, { ...shown, ...pending, confidence });
  const answers = session.answers.with(question, review);
  const feedback = { at: "feedback", question, review, verdict: pending.verdict } as const;
  return { session: { ...session, answers, stage: feedback }, emits: [review] };
}

/** The new review keeps the moment of the answer: it stands where the one taken back stood. */
function overrule(session: QuizSession, event: Extract<QuizEvent, { type: "overrule" }>): QuizStep {
  const { stage } = session;
  if (stage.at !== "feedback" || !canOverrule(stage)) return same(session);
  const { card, id: target } = stage.review;
  const takenBack = { type: "void", id: event.voidId, at: event.now.ms, target, card } as const;
  const review = { ...stage.review, id: event.id, overruled: true, rating: "good" } as const;
  const answers = session.answers.with(stage.question, review);
  return {
    session: { ...session, answers, stage: { ...stage, review } },
    emits: [takenBack, review],
  };
}

function moveOn(session: QuizSession, at: Timed): QuizStep {
  const next = askNext(session, at.now);
  return next.stage.at === "finished" ? end(session, at) : same(next);
}

function end(session: QuizSession, at: Timed): QuizStep {
  const emits = [finishEntry(session.quiz, at)];
  return { session: { ...session, stage: { at: "finished" } }, emits };
}

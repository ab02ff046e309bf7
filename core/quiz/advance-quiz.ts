import type { MachineCard } from "#core/grading/machine-card";
import { isTyped } from "#core/grading/typed-answer";
import type { Answer, Verdict } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import { studyDayOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import {
  askFrom,
  finishEntry,
  type QuizSession,
  type QuizStage,
  type QuizStep,
  type ReviewDraft,
} from "./quiz-session";

/** What happens in a quiz. `id` is made by the page for the entry that follows. */
export type QuizEvent =
  | {
      type: "answer";
      card: MachineCard;
      answer: Answer;
      verdict: Verdict;
      now: DeviceTime;
      id: string;
    }
  /** "I was right", of a typed answer; `voidId` is of the entry that takes its review back. */
  | { type: "overrule"; now: DeviceTime; id: string; voidId: string }
  /** From the feedback to the next open question, or to the end. */
  | { type: "next"; now: DeviceTime; id: string }
  /** Past a question that cannot be asked: its card is no longer in the deck. */
  | { type: "skip"; now: DeviceTime; id: string }
  /** To the end, whatever is still open. */
  | { type: "finish"; now: DeviceTime; id: string };

/**
 * One step of a quiz. An event that does not fit the stage (a key pressed twice) changes nothing.
 * A review is written as soon as it is answered, so that a reload loses nothing and asks nothing
 * twice; one that is overruled is taken back, and another written in its place.
 */
export function advanceQuiz(session: QuizSession, event: QuizEvent): QuizStep {
  const { stage } = session;
  switch (event.type) {
    case "answer":
      return answerQuestion(session, event);
    case "overrule":
      return overrule(session, event);
    case "next":
      return stage.at === "feedback" ? moveOn(session, stage.question + 1, event) : same(session);
    case "skip":
      return stage.at === "asking" ? moveOn(session, stage.question + 1, event) : same(session);
    case "finish":
      return stage.at === "finished"
        ? same(session)
        : moveOn(session, session.answers.length, event);
  }
}

type Feedback = Extract<QuizStage, { at: "feedback" }>;

/** Whether "I was right" is offered: for typed answers that were read and not found correct. */
export function canOverrule({ review, verdict }: Pick<Feedback, "review" | "verdict">): boolean {
  if (review.overruled || !isTyped(review.answer)) return false;
  return verdict.outcome === "wrong" || verdict.outcome === "partly";
}

const same = (session: QuizSession): QuizStep => ({ session, emits: [] });

type Answered = Extract<QuizEvent, { type: "answer" }>;

function answerQuestion(session: QuizSession, event: Answered): QuizStep {
  const { stage } = session;
  if (stage.at !== "asking") return same(session);
  const { card, verdict, now } = event;
  const question = session.plan.questions[stage.question];
  if (question?.card !== card.id) {
    throw new Error(`Quiz ${session.quiz} asks ${question?.card}, but ${card.id} was answered`);
  }
  if (verdict.outcome === "unreadable") {
    return same({ ...session, stage: { ...stage, problem: verdict } });
  }
  const review = reviewOf(session, event, {
    verdict: verdict.outcome,
    seed: question.seed,
    duration: countedDuration(stage.shownAt, now.ms),
  });
  const answers = session.answers.with(stage.question, review);
  const feedback = { at: "feedback", question: stage.question, review, verdict } as const;
  return { session: { ...session, answers, stage: feedback }, emits: [review] };
}

type Found = Pick<ReviewDraft, "verdict" | "seed" | "duration">;

function reviewOf(session: QuizSession, event: Answered, found: Found): ReviewDraft {
  const { card, answer, now, id } = event;
  return {
    type: "review",
    id,
    at: now.ms,
    card: card.id,
    cardVersion: card.version,
    deckVersion: session.deckVersion,
    mode: "quiz",
    quiz: session.quiz,
    studyDay: studyDayOf(now.ms, now.utcOffset),
    utcOffset: now.utcOffset,
    answer,
    overruled: false,
    confidence: null,
    rating: found.verdict === "correct" ? "good" : "again",
    ...found,
  };
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

function moveOn(session: QuizSession, from: number, at: { now: DeviceTime; id: string }): QuizStep {
  const next = askFrom(session.answers, from, at.now);
  const emits = next.at === "finished" ? [finishEntry(session.quiz, at)] : [];
  return { session: { ...session, stage: next }, emits };
}

import type { MachineCard } from "#core/grading/machine-card";
import { isTyped } from "#core/grading/typed-answer";
import type { Answer, Verdict } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import { studyDayOf } from "#core/scheduling/study-day";
import {
  askFrom,
  finishEntry,
  type Now,
  type QuizSession,
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
      now: Now;
      id: string;
    }
  /** "I was right", of a typed answer. */
  | { type: "overrule" }
  /** From the feedback to the next open question, or to the end. */
  | { type: "next"; now: Now; id: string }
  /** Past a question that cannot be asked: its card is no longer in the deck. */
  | { type: "skip"; now: Now; id: string }
  /** To the end, whatever is still open. */
  | { type: "finish"; now: Now; id: string };

/**
 * One step of a quiz. An event that does not fit the stage (a key pressed twice) changes nothing.
 * A review is written as soon as it is answered, so that a reload loses nothing and asks nothing
 * twice; only one that can still be overruled waits until the learner moves on.
 */
export function advanceQuiz(session: QuizSession, event: QuizEvent): QuizStep {
  const { stage } = session;
  switch (event.type) {
    case "answer":
      return answerQuestion(session, event);
    case "overrule":
      return { session: overrule(session), emits: [] };
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

/** Whether "I was right" is offered: for typed answers that were read and not found correct. */
export function canOverrule(answer: Answer, { outcome }: Verdict): boolean {
  return isTyped(answer) && (outcome === "wrong" || outcome === "partly");
}

const same = (session: QuizSession): QuizStep => ({ session, emits: [] });

type Answered = Extract<QuizEvent, { type: "answer" }>;

function answerQuestion(session: QuizSession, event: Answered): QuizStep {
  const { stage } = session;
  if (stage.at !== "asking") return same(session);
  const { card, answer, verdict, now } = event;
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
  const held = canOverrule(answer, verdict);
  const answers = session.answers.with(stage.question, review);
  return {
    session: {
      ...session,
      answers,
      stage: { at: "feedback", question: stage.question, review, verdict, held },
    },
    emits: held ? [] : [review],
  };
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

function overrule(session: QuizSession): QuizSession {
  const { stage } = session;
  if (stage.at !== "feedback" || !stage.held) return session;
  const review = { ...stage.review, overruled: true, rating: "good" } as const;
  const answers = session.answers.with(stage.question, review);
  return { ...session, answers, stage: { ...stage, review } };
}

function moveOn(session: QuizSession, from: number, at: { now: Now; id: string }): QuizStep {
  const { stage, answers, quiz } = session;
  const waiting = stage.at === "feedback" && stage.held ? [stage.review] : [];
  const next = askFrom(answers, from, at.now);
  const end = next.at === "finished" ? [finishEntry(quiz, at)] : [];
  return { session: { ...session, stage: next }, emits: [...waiting, ...end] };
}

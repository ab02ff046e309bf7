import type { MachineCard } from "#core/grading/machine-card";
import type { Verdict } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import type { Confidence } from "#core/log/types";
import type { DeviceTime } from "#core/scheduling/types";
import { reviewOf } from "./quiz-review";
import {
  askNext,
  finishEntry,
  type Pending,
  type QuizSession,
  type QuizStep,
  type ReviewDraft,
} from "./quiz-session";

type Giving = {
  question: number;
  /** Milliseconds since 1970. */
  shownAt: number;
  pending: Pending;
  confidence: Confidence | null;
};

/**
 * Notes an exam's answer, in the log too, and goes on to the next open question. What comes after
 * the time is up is not taken.
 */
export function giveAnswer(session: QuizSession, giving: Giving): QuizStep {
  const { question, shownAt, pending, confidence } = giving;
  const { card, answer, now, id } = pending;
  if (session.deadline !== null && now.ms > session.deadline) return { session, emits: [] };
  const before = session.given[question]?.duration ?? 0;
  const duration = before + countedDuration(shownAt, now.ms);
  const given = { card: card.id, answer, confidence, duration };
  const noted = { ...session, given: session.given.with(question, given) };
  return {
    session: askNext(noted, now),
    emits: [
      { type: "quiz", id, at: now.ms, quiz: session.quiz, event: "answer", plan: null, given },
    ],
  };
}

/** A card of an exam, as it was asked, and what grading its answer found. */
export type GradedAnswer = { card: MachineCard; verdict: Verdict };
export type HandIn = { graded: readonly GradedAnswer[]; now: DeviceTime };

/**
 * Ends an exam: each answer becomes a review. The entries' ids are made of the quiz's, so that
 * handing in twice, be it on two devices, is one submission: the server keeps the first.
 */
export function handIn(session: QuizSession, { graded, now }: HandIn): QuizStep {
  const byCard = new Map(graded.map((one) => [one.card.id, one]));
  const answers = session.given.map((given, question): ReviewDraft | null => {
    const found = given && byCard.get(given.card);
    // The card changed or left the deck meanwhile, and its answer fits it no more.
    if (!given || !found || found.verdict.outcome === "unreadable") return null;
    const { answer, confidence, duration } = given;
    const id = `${session.quiz}-${question}`;
    const timed = { question, shownAt: now.ms, now, id };
    return { ...reviewOf(session, { ...found, ...timed, answer, confidence }), duration };
  });
  const end = finishEntry(session.quiz, { now, id: `${session.quiz}-finish` });
  return {
    session: { ...session, answers, stage: { at: "finished" } },
    emits: [...answers.filter((answer) => answer !== null), end],
  };
}

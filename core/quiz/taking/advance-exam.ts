import type { MachineCard } from "#core/grading/machine-card";
import type { Verdict } from "#core/grading/types";
import type { Confidence } from "#core/log/types";
import { isGiven } from "#core/quiz/exam/is-blank";
import type { DeviceTime } from "#core/scheduling/types";
import { note, spentOn } from "./keep-given";
import { reviewOf } from "./quiz-review";
import {
  askNext,
  finishEntry,
  isPlacement,
  type Pending,
  type QuizSession,
  type QuizStep,
  type ReviewDraft,
  type Shown,
} from "./quiz-session";

type Giving = { shown: Shown; pending: Pending; confidence: Confidence | null };

/** Notes an exam's answer, and how sure the learner was of it. */
export function noteAnswer(session: QuizSession, { shown, pending, confidence }: Giving): QuizStep {
  const { answer, now, id } = pending;
  const duration = spentOn(shown, now.ms);
  const change = { answer, confidence, duration, at: now.ms };
  return note(session, { question: shown.question, id, change });
}

/** The same, and goes on to the next open question; late, it stays where it is. */
export function giveAnswer(session: QuizSession, giving: Giving): QuizStep {
  const { ms } = giving.pending.now;
  if (session.deadline !== null && ms > session.deadline) return { session, emits: [] };
  const { session: noted, emits } = noteAnswer(session, giving);
  return { session: askNext(noted, giving.pending.now), emits };
}

/** A card of an exam or a placement, as it was asked, and what grading its answer found. */
export type GradedAnswer = { card: MachineCard; verdict: Verdict };
export type HandIn = {
  graded: readonly GradedAnswer[];
  now: DeviceTime;
  /** Of a placement: whether the learner wants what was right to be placed. */
  places?: boolean;
};

/**
 * Ends an exam or a placement: each answer becomes a review. The entries' ids are made of the
 * quiz's, so that ending it twice, be it on two devices, is once: the server keeps the first.
 */
export function handIn(session: QuizSession, { graded, now, places = false }: HandIn): QuizStep {
  const byCard = new Map(graded.map((one) => [one.card.id, one]));
  const end = finishEntry(session.quiz, { now, id: `${session.quiz}-finish` });
  const reviews = session.given.map((given, question): ReviewDraft | null => {
    const found = given && byCard.get(given.card);
    if (!given || !found || !isGiven(given) || session.answers[question]) return null;
    // The card changed or left the deck meanwhile, and its answer fits it no more.
    if (found.verdict.outcome === "unreadable") return null;
    const { answer, confidence, duration } = given;
    const id = `${session.quiz}-${question}`;
    const shown = { question, shownAt: now.ms, spent: duration };
    const review = reviewOf(session, { ...found, shown, answer, confidence, now, id });
    const overruled = given.found?.overruled === true ? overruledWith : {};
    const unplaced = isPlacement(session) && !places ? unplacedWith(review) : {};
    return { ...review, ...overruled, ...unplaced };
  });
  const answers = reviews.map((review, question) => session.answers[question] ?? review);
  return {
    session: { ...session, answers, stage: { at: "finished" } },
    emits: [...reviews.filter((review) => review !== null), end],
  };
}

const overruledWith = { overruled: true, rating: "good" } as const;

/** As an answer in any other quiz, which starts no schedule. */
function unplacedWith({ rating }: ReviewDraft): Pick<ReviewDraft, "mode" | "rating"> {
  return { mode: "quiz", rating: rating === "easy" ? "good" : rating };
}

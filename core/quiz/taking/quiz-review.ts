import type { MachineCard } from "#core/grading/machine-card";
import type { Answer, Verdict } from "#core/grading/types";
import { countedDuration } from "#core/log/counted-duration";
import type { Confidence, Rating } from "#core/log/types";
import { studyDayOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import type { QuizSession, ReviewDraft } from "./quiz-session";

type Answered = {
  question: number;
  /** Milliseconds since 1970. */
  shownAt: number;
  card: MachineCard;
  answer: Answer;
  verdict: Verdict;
  confidence: Confidence | null;
  now: DeviceTime;
  id: string;
};

/** The review that an answer in a quiz comes to. */
export function reviewOf(session: QuizSession, answered: Answered): ReviewDraft {
  const { card, answer, verdict, confidence, now, id } = answered;
  const isPlacement = session.plan.style === "placement";
  return {
    type: "review",
    id,
    at: now.ms,
    card: card.id,
    cardVersion: card.version,
    deckVersion: session.deckVersion,
    mode: isPlacement ? "placement" : "quiz",
    quiz: session.quiz,
    studyDay: studyDayOf(now.ms, now.utcOffset),
    utcOffset: now.utcOffset,
    answer,
    seed: session.plan.questions[answered.question]?.seed ?? 0,
    verdict: verdict.outcome,
    overruled: false,
    confidence,
    rating: ratingOf(verdict, isPlacement && confidence === 3),
    duration: countedDuration(answered.shownAt, now.ms),
  };
}

/** What is known surely enters the schedule as a first rating of easy. */
function ratingOf({ outcome }: Verdict, isSure: boolean): Rating {
  if (outcome !== "correct") return "again";
  return isSure ? "easy" : "good";
}

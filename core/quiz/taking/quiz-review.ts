import type { MachineCard } from "#core/grading/machine-card";
import type { Answer, Verdict } from "#core/grading/types";
import type { Confidence, Rating } from "#core/log/types";
import { studyDayOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import { spentOn } from "./keep-given";
import { isPlacement, type QuizSession, type ReviewDraft, type Shown } from "./quiz-session";

type Answered = {
  shown: Shown;
  card: MachineCard;
  answer: Answer;
  verdict: Verdict;
  confidence: Confidence | null;
  now: DeviceTime;
  id: string;
};

/** The review that an answer in a quiz comes to. */
export function reviewOf(session: QuizSession, answered: Answered): ReviewDraft {
  const { shown, card, answer, verdict, confidence, now, id } = answered;
  const places = isPlacement(session) && confidence !== 1;
  return {
    type: "review",
    id,
    at: now.ms,
    card: card.id,
    cardVersion: card.version,
    deckVersion: session.deckVersion,
    mode: isPlacement(session) ? "placement" : "quiz",
    quiz: session.quiz,
    studyDay: studyDayOf(now.ms, now.utcOffset),
    utcOffset: now.utcOffset,
    answer,
    seed: session.plan.questions[shown.question]?.seed ?? 0,
    verdict: verdict.outcome,
    overruled: false,
    confidence,
    rating: ratingOf(verdict, places),
    duration: spentOn(shown, now.ms),
  };
}

/**
 * What is right in a placement enters the schedule as a first rating of easy, since it was known
 * before it was studied here; a guess shows nothing.
 */
function ratingOf({ outcome }: Verdict, places: boolean): Rating {
  if (outcome !== "correct") return "again";
  return places ? "easy" : "good";
}

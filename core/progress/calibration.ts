import type { Confidence, Review } from "#core/log/types";
import { confidences, payingShare, type Share } from "#core/quiz/score/confidence-points";
import { isRight } from "#core/quiz/score/score-quiz";
import { type MeasuredShare, wilson } from "./wilson";

export type CalibrationAnswer = Pick<Review, "card" | "verdict" | "overruled" | "confidence">;

/**
 * tooSure: fewer were right than the confidence claims; unsure: more were; fitting: as many as it
 * claims; open: too few answers to tell.
 */
export type CalibrationVerdict = "tooSure" | "fitting" | "unsure" | "open";

export type CalibrationLevel = {
  confidence: Confidence;
  count: number;
  right: number;
  /** Null where nothing was counted. */
  measured: MeasuredShare | null;
  /** Where the share of right answers lies of a learner who knows what they know. */
  claimed: Share;
  verdict: CalibrationVerdict;
};

export type Calibration = {
  /** Answers of which the learner said how sure they were. */
  count: number;
  /** By confidence, the least first. */
  levels: CalibrationLevel[];
  /**
   * Cards that a learner was sure of and did not answer rightly, nor rightly since; in the order
   * given, each once.
   */
  confidentMistakes: string[];
};

/** Fewer answers than these tell nothing, whatever they were. */
export const fewestToTell = 5;

/**
 * How well a learner knows what they know, from answers that no void takes back, the earliest
 * first. Those of no confidence count for nothing, but one that is right mends a mistake.
 */
export function calibration(answers: readonly (CalibrationAnswer | null)[]): Calibration {
  const told = answers.filter((answer) => answer !== null && answer.confidence !== null);
  return {
    count: told.length,
    levels: confidences.map((confidence) =>
      levelOf(
        confidence,
        told.filter((answer) => answer?.confidence === confidence),
      ),
    ),
    confidentMistakes: mistakesIn(answers),
  };
}

/** Whether the learner was sure of an answer that was not right. */
export function isConfidentMistake(answer: Omit<CalibrationAnswer, "card">): boolean {
  return answer.confidence === 3 && !isRight(answer);
}

function mistakesIn(answers: readonly (CalibrationAnswer | null)[]): string[] {
  const cards = new Set<string>();
  for (const answer of answers) {
    if (!answer) continue;
    // One made again moves to the end.
    if (isRight(answer) || isConfidentMistake(answer)) cards.delete(answer.card);
    if (isConfidentMistake(answer)) cards.add(answer.card);
  }
  return [...cards];
}

function levelOf(
  confidence: Confidence,
  answers: readonly (CalibrationAnswer | null)[],
): CalibrationLevel {
  const count = answers.length;
  const right = answers.filter((answer) => answer && isRight(answer)).length;
  const claimed = payingShare(confidence);
  const measured = count > 0 ? wilson(right, count) : null;
  const verdict = measured && count >= fewestToTell ? judge(measured, claimed) : "open";
  return { confidence, count, right, measured, claimed, verdict };
}

/** A share outside of what was claimed says nothing while its interval reaches into it. */
function judge({ rate, low, high }: MeasuredShare, { from, to }: Share): CalibrationVerdict {
  if (high < from) return "tooSure";
  if (low > to) return "unsure";
  return from <= rate && rate <= to ? "fitting" : "open";
}

import type { Confidence, Review } from "#core/log/types";
import { isRight } from "./score-quiz";

/**
 * Certainty-based marking: what an answer is worth by how sure the learner was of it. The marks are
 * those of A. R. Gardner-Medwin, "Confidence-Based Marking: encouraging rigour through assessment",
 * 2005 (tmedwin.net/~ucgbarg/tea/bristol_05.htm). They are made so that only the truth pays: who
 * would be right in more than two thirds of such answers does best with "think so", in more than
 * four fifths with "sure", and below that with "guess", where a mistake costs nothing.
 */
export const certaintyMarks: Record<Confidence, { right: number; wrong: number }> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
};

/** How sure one can be, the least first. */
export const confidences: readonly Confidence[] = [1, 2, 3];

export type CertaintyAnswer = Pick<Review, "verdict" | "overruled" | "confidence">;

/** `possible`: had all been right and sure. */
export type CertaintyPoints = { total: number; possible: number };

/**
 * The points of a quiz, one answer for each question; null (not answered) is worth nothing. An
 * answer without a confidence counts as a guess: silence must not pay more than a word, nor cost
 * anything. One that is partly right counts as not right: how sure one was, was said of the whole
 * answer, and half marks would move the shares at which it pays to be sure.
 */
export function certaintyPoints(answers: readonly (CertaintyAnswer | null)[]): CertaintyPoints {
  const total = answers.reduce((sum, answer) => sum + (answer ? markOf(answer) : 0), 0);
  return { total, possible: answers.length * certaintyMarks[3].right };
}

function markOf(answer: CertaintyAnswer): number {
  const { right, wrong } = certaintyMarks[answer.confidence ?? 1];
  return isRight(answer) ? right : wrong;
}

/** Shares from 0 to 1; the lower end belongs to it. */
export type Share = { from: number; to: number };

/** The share of right answers at which a confidence pays best: 0 to 2/3, to 4/5, to 1. */
export function payingShare(confidence: Confidence): Share {
  switch (confidence) {
    case 1:
      return { from: 0, to: breakEven(1, 2) };
    case 2:
      return { from: breakEven(1, 2), to: breakEven(2, 3) };
    case 3:
      return { from: breakEven(2, 3), to: 1 };
  }
}

/** The share of right answers at which two confidences pay the same on average. */
function breakEven(lower: Confidence, higher: Confidence): number {
  const gain = certaintyMarks[higher].right - certaintyMarks[lower].right;
  const loss = certaintyMarks[lower].wrong - certaintyMarks[higher].wrong;
  return loss / (gain + loss);
}

import "server-only";
import { drawCard } from "#core/content/draw-card";
import type { Card } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { isMachineGraded } from "#core/grading/machine-card";
import type { Outcome } from "#core/grading/types";
import { isTyped } from "#core/grading/verdict/typed-answer";
import type { Rating, Review } from "#core/log/types";
import type { Grading } from "#db/entry-row";

/**
 * Judges a review again from its raw answer, if the deck still has that version of the card; else
 * the device's word stands. A rating above `again` needs a right answer, or a typed one that the
 * learner insisted on, which counts as good. What only the learner can judge is theirs.
 */
export function regrade(review: Review, card: Card | undefined): Grading {
  const topic = card?.topic ?? "";
  if (card?.version !== review.cardVersion) {
    return { graded: "ungraded", verdict: null, rating: review.rating, topic };
  }
  const verdict = gradeAnswer(drawCard(card, review.seed), review.answer, true)?.outcome ?? null;
  const rating = isMachineGraded(card.kind) ? deserved(review, card, verdict) : review.rating;
  return { graded: isMachineGraded(card.kind) ? "graded" : "self", verdict, rating, topic };
}

/** A guess that was right shows nothing: no placement starts a card's schedule by one. */
function isPlacedByGuess({ mode, rating, confidence }: Review): boolean {
  return mode === "placement" && rating === "easy" && confidence === 1;
}

function deserved(review: Review, { kind }: Card, verdict: Outcome | null): Rating {
  if (verdict === "correct") return isPlacedByGuess(review) ? "good" : review.rating;
  const typed = review.answer.kind === kind && isTyped(review.answer);
  // What was typed but could not be read, the learner rated on seeing the answer.
  if (typed && verdict === "unreadable") return review.rating;
  return review.overruled && typed ? "good" : "again";
}

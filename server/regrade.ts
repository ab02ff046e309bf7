import "server-only";
import type { Card } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { isMachineGraded } from "#core/grading/machine-card";
import type { Outcome } from "#core/grading/types";
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
  const verdict = gradeAnswer(card, review.answer)?.outcome ?? null;
  const rating = isMachineGraded(card.kind) ? deserved(review, card, verdict) : review.rating;
  return { graded: isMachineGraded(card.kind) ? "graded" : "self", verdict, rating, topic };
}

function deserved(review: Review, { kind }: Card, verdict: Outcome | null): Rating {
  if (verdict === "correct") return review.rating;
  const isTyped = review.answer.kind === kind && (kind === "cloze" || kind === "text");
  // What was typed but could not be read, the learner rated on seeing the answer.
  if (isTyped && verdict === "unreadable") return review.rating;
  return review.overruled && isTyped ? "good" : "again";
}

import type { ListCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areDistinctIndexes } from "#core/grading/verdict/answer-shape";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";

/** What the learner checked off as said; credit is its share. Having said nothing is an answer. */
export function gradeList(card: ListCard, answer: AnswerOf<"list">): Verdict {
  if (!areDistinctIndexes(answer.said, card.items.length)) {
    return unreadable(gradingText().sayEachOnce);
  }
  const said = new Set(answer.said);
  const parts = card.items.map((item, index) => ({
    index,
    right: said.has(index),
    ...(item.note === undefined ? {} : { why: item.note }),
  }));
  const reasons =
    said.size < card.items.length ? [gradingText().said(said.size, card.items.length)] : [];
  return fromShare(said.size / card.items.length, 0, { reasons, parts });
}

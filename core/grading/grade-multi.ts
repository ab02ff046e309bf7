import type { MultiCard } from "#core/content/types";
import { gradingText } from "#core/text/grading-text";
import { areDistinctIndexes } from "./answer-shape";
import { fromShare, unreadable } from "./make-verdict";
import type { AnswerOf, PartVerdict, Verdict } from "./types";

/**
 * All that apply. Credit: (right ones chosen - wrong ones chosen) / right ones, never below 0, so
 * that choosing everything gains nothing.
 */
export function gradeMulti(card: MultiCard, answer: AnswerOf<"multi">): Verdict {
  if (answer.options.length === 0) return unreadable(gradingText().chooseSome);
  if (!areDistinctIndexes(answer.options, card.options.length)) {
    return unreadable(gradingText().chooseEachOnce);
  }
  const chosen = new Set(answer.options);
  const parts: PartVerdict[] = card.options.map((option, index) => ({
    index,
    right: chosen.has(index) === option.right,
    why: option.why,
  }));
  const all = card.options.filter((option) => option.right).length;
  const hits = card.options.filter((option, index) => option.right && chosen.has(index)).length;
  const slips = chosen.size - hits;
  const credit = Math.max(0, (hits - slips) / Math.max(1, all));
  return fromShare(credit, 0, { reasons: credit < 1 ? tally(hits, all, slips) : [], parts });
}

function tally(hits: number, all: number, slips: number): string[] {
  const found = gradingText().found(hits, all);
  return slips === 0 ? [found] : [found, gradingText().surplus(slips)];
}

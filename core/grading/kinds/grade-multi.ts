import type { MultiCard, Option } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areDistinctIndexes } from "#core/grading/verdict/answer-shape";
import { fromShare, unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { optionParts } from "./option-parts";

/** All that apply, ticked. Nothing ticked is taken for not yet answered. */
export function gradeMulti(card: MultiCard, answer: AnswerOf<"multi">): Verdict {
  if (answer.options.length === 0) return unreadable(gradingText().chooseSome);
  if (!areDistinctIndexes(answer.options, card.options.length)) {
    return unreadable(gradingText().chooseEachOnce);
  }
  return gradeChosen(card.options, new Set(answer.options));
}

/**
 * The verdict on the options chosen among several that apply. Credit: (right ones chosen - wrong
 * ones chosen) / right ones, never below 0, so that choosing everything gains nothing.
 */
export function gradeChosen(options: readonly Option[], chosen: ReadonlySet<number>): Verdict {
  const all = options.filter((option) => option.right).length;
  const hits = options.filter((option, index) => option.right && chosen.has(index)).length;
  const slips = chosen.size - hits;
  const credit = Math.max(0, (hits - slips) / Math.max(1, all));
  const reasons = credit < 1 ? tally(hits, all, slips) : [];
  return fromShare(credit, 0, { reasons, parts: optionParts(options, chosen) });
}

function tally(hits: number, all: number, slips: number): string[] {
  const found = gradingText().found(hits, all);
  return slips === 0 ? [found] : [found, gradingText().surplus(slips)];
}

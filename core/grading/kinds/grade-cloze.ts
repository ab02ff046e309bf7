import type { ClozeCard } from "#core/content/types";
import { gradeTyped } from "#core/grading/typed/grade-typed";
import type { AnswerOf, Verdict } from "#core/grading/types";

/** The word or words in the gap. */
export function gradeCloze(card: ClozeCard, answer: AnswerOf<"cloze">): Verdict {
  return gradeTyped(card, answer.text);
}

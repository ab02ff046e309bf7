import type { ClozeCard } from "#core/content/types";
import { gradeTyped, tellMended } from "#core/grading/typed/grade-typed";
import type { AnswerOf, Verdict } from "#core/grading/types";

/** The word or words in the gap. */
export function gradeCloze(card: ClozeCard, answer: AnswerOf<"cloze">): Verdict {
  return tellMended(gradeTyped(card, answer.text), card, answer.text);
}

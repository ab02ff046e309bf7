import type { ClozeCard } from "#core/content/types";
import { gradeTyped } from "./grade-typed";
import type { AnswerOf, Verdict } from "./types";

/** The word or words in the gap. */
export function gradeCloze(card: ClozeCard, answer: AnswerOf<"cloze">): Verdict {
  return gradeTyped(card, answer.text);
}

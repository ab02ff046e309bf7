import type { ChoiceCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { correct, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { optionParts } from "./option-parts";

/** One option of several. Every option is explained, since a lure left standing is learnt. */
export function gradeChoice(
  card: Pick<ChoiceCard, "options">,
  answer: Pick<AnswerOf<"choice">, "option">,
): Verdict {
  const chosen = card.options[answer.option];
  if (!chosen) return unreadable(gradingText().chooseOne);
  const parts = optionParts(card.options, new Set([answer.option]));
  return chosen.right ? correct([chosen.why], parts) : wrong([chosen.why], parts);
}

import type { ChoiceCard } from "#core/content/types";
import { gradingText } from "#core/text/grading-text";
import { correct, unreadable, wrong } from "./make-verdict";
import { optionParts } from "./option-parts";
import type { AnswerOf, Verdict } from "./types";

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

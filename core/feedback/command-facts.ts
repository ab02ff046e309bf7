import type { DrawnCommandCard } from "#core/content/draw-card";
import type { Judgement } from "#core/grading/command/judge-command";

/** Commands to show beside the verdict; null is not shown. */
export type CommandFacts = {
  /** The same command as the house writes it. */
  house: string | null;
  /** What is right, where the answer was not. */
  right: string | null;
  /** Another spelling that is right. */
  also: string | null;
};

/**
 * What a typed command is shown beside: not what was typed, and not what the verdict's reason or the
 * terminal above shows already. Without a judgement the learner asked for the answer.
 */
export function commandFacts(
  card: Pick<DrawnCommandCard, "answer" | "right">,
  judgement: Judgement | null,
): CommandFacts {
  const typed = judgement?.typed.trim() ?? card.answer;
  const answer = card.answer === typed || judgement?.layer === "same-effect" ? null : card.answer;
  const isSame = judgement?.layer === "same";
  const [also] = card.right;
  return {
    house: isSame ? answer : null,
    right: isSame ? null : answer,
    also: also === undefined || also === typed ? null : also,
  };
}

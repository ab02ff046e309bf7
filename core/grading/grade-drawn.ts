import type { DrawnCard } from "#core/content/draw-card";
import type { RecallCard } from "#core/content/types";
import { gradeCommand } from "#core/grading/command/grade-command";
import { isAnswerOf } from "#core/grading/verdict/answer-shape";
import { gaveUp } from "#core/grading/verdict/gave-up";
import { misfit } from "#core/grading/verdict/make-verdict";
import { gradePlain } from "./grade-plain";
import type { Answer, Verdict } from "./types";

/**
 * As gradePlain, of any card. Command cards are graded as they were drawn (drawCard). Throws
 * NotHereYet for a command that needs `#core/docker/whole`, where that is not loaded.
 */
export function gradeDrawn(
  card: Exclude<DrawnCard, RecallCard>,
  answer: Answer,
  isFinal?: boolean,
): Verdict;
export function gradeDrawn(card: DrawnCard, answer: Answer, isFinal?: boolean): Verdict | null;
export function gradeDrawn(card: DrawnCard, answer: Answer, isFinal = false): Verdict | null {
  if (card.kind !== "command") return gradePlain(card, answer, isFinal);
  if (answer?.kind === "none") return answer.asked === card.kind ? gaveUp(card) : misfit;
  return isAnswerOf("command", answer) ? gradeCommand(card, answer) : misfit;
}

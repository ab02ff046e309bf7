import { gradePlain } from "#core/grading/grade-plain";
import type { MachineCard } from "#core/grading/machine-card";
import type { QuizGiven } from "#core/log/types";
import { isBlank } from "./is-blank";

/** How far a question of an exam is answered. */
export type GivenState = "open" | "begun" | "answered";

/**
 * How far a question is answered; `card` is null where it is not at hand. Begun is what lacks some of
 * its parts, or is nothing that can be read. Of a command only its grader could say, and that is not
 * asked before the end.
 */
export function givenState(card: MachineCard | null, given: QuizGiven | null): GivenState {
  if (!given || isBlank(given.answer)) return "open";
  if (!card || card.kind === "command") return "answered";
  return gradePlain(card, given.answer).outcome === "unreadable" ? "begun" : "answered";
}

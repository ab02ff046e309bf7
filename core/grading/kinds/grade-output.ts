import type { OutputCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { misfit } from "#core/grading/verdict/make-verdict";
import { gradeChoice } from "./grade-choice";
import { gradeText } from "./grade-text";

/** What a terminal's output tells, by option or typed, as the card asks. */
export function gradeOutput(card: OutputCard, answer: AnswerOf<"output">): Verdict {
  const { asked, front, output } = card;
  if (asked.as === "choice") return "option" in answer ? gradeChoice(asked, answer) : misfit;
  return "text" in answer ? gradeText({ ...asked, front, output }, answer) : misfit;
}

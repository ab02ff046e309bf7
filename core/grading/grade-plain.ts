import type { Card, CommandCard, RecallCard } from "#core/content/types";
import { gradeChoice } from "#core/grading/kinds/grade-choice";
import { gradeClassify } from "#core/grading/kinds/grade-classify";
import { gradeCloze } from "#core/grading/kinds/grade-cloze";
import { gradeDiagram } from "#core/grading/kinds/grade-diagram";
import { gradeList } from "#core/grading/kinds/grade-list";
import { gradeMatch } from "#core/grading/kinds/grade-match";
import { gradeMulti } from "#core/grading/kinds/grade-multi";
import { gradeOptions } from "#core/grading/kinds/grade-options";
import { gradeOrder } from "#core/grading/kinds/grade-order";
import { gradeOutput } from "#core/grading/kinds/grade-output";
import { gradeText } from "#core/grading/kinds/grade-text";
import { isAnswerOf } from "#core/grading/verdict/answer-shape";
import { gaveUp } from "#core/grading/verdict/gave-up";
import { misfit } from "#core/grading/verdict/make-verdict";
import type { Answer, Verdict } from "./types";

/** A card that is graded without knowing the docker language. */
export type PlainCard = Exclude<Card, CommandCard>;

/**
 * Grades an answer against its card. Never throws: an answer of another kind, with the wrong fields
 * or with indexes that the card does not have is `unreadable`, wherever it came from. A recall card
 * is judged by the learner alone and gives null; a list card is graded from what the learner
 * checked off; an answer of kind `none` (the learner asked for it) is wrong; a card
 * with options takes what was said to them one at a time as well.
 *
 * What is asked can be finished still: an answer that lacks some of its parts is unreadable. One
 * that is final, since an exam is over, is graded as it is.
 *
 * Command cards have a module of their own (grade.ts), which a browser loads only when it needs it.
 */
export function gradePlain(
  card: Exclude<PlainCard, RecallCard>,
  answer: Answer,
  isFinal?: boolean,
): Verdict;
export function gradePlain(card: PlainCard, answer: Answer, isFinal?: boolean): Verdict | null;
export function gradePlain(card: PlainCard, answer: Answer, isFinal = false): Verdict | null {
  if (card.kind === "recall") return null;
  if (answer?.kind === "none") return answer.asked === card.kind ? gaveUp(card) : misfit;
  if (answer?.kind === "options") return gradeOptions(card, answer);
  switch (card.kind) {
    case "list":
      return isAnswerOf("list", answer) ? gradeList(card, answer) : misfit;
    case "cloze":
      return isAnswerOf("cloze", answer) ? gradeCloze(card, answer) : misfit;
    case "text":
      return isAnswerOf("text", answer) ? gradeText(card, answer) : misfit;
    case "choice":
      return isAnswerOf("choice", answer) ? gradeChoice(card, answer) : misfit;
    case "multi":
      return isAnswerOf("multi", answer) ? gradeMulti(card, answer) : misfit;
    case "order":
      return isAnswerOf("order", answer) ? gradeOrder(card, answer, isFinal) : misfit;
    case "match":
      return isAnswerOf("match", answer) ? gradeMatch(card, answer, isFinal) : misfit;
    case "classify":
      return isAnswerOf("classify", answer) ? gradeClassify(card, answer, isFinal) : misfit;
    case "diagram":
      return isAnswerOf("diagram", answer) ? gradeDiagram(card, answer, isFinal) : misfit;
    case "output":
      return isAnswerOf("output", answer) ? gradeOutput(card, answer) : misfit;
  }
}

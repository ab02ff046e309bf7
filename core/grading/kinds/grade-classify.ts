import type { ClassifyCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areIndexes } from "#core/grading/verdict/answer-shape";
import { unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { gradePlaces } from "./grade-places";

/** Each item into one of the bins. */
export function gradeClassify(
  card: ClassifyCard,
  answer: AnswerOf<"classify">,
  isFinal: boolean,
): Verdict {
  const { bins } = answer;
  if (bins.length !== card.items.length || !areIndexes(bins, card.bins.length)) {
    return unreadable(gradingText().notTheItems);
  }
  return gradePlaces(
    card.items.map((item, index) => ({
      placed: bins[index] !== null,
      right: bins[index] === item.bin,
      why: item.why,
    })),
    isFinal,
  );
}

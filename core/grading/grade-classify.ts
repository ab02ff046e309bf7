import type { ClassifyCard } from "#core/content/types";
import { gradingText } from "#core/text/grading-text";
import { areIndexes } from "./answer-shape";
import { gradePlaces } from "./grade-places";
import { unreadable } from "./make-verdict";
import type { AnswerOf, Verdict } from "./types";

/** Each item into one of the bins. */
export function gradeClassify(card: ClassifyCard, answer: AnswerOf<"classify">): Verdict {
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
  );
}

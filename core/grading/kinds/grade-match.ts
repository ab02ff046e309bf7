import type { MatchCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areIndexes } from "#core/grading/verdict/answer-shape";
import { unreadable } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { gradePlaces } from "./grade-places";

/** Pairs: a right side is right wherever its text belongs, since several lefts may share it. */
export function gradeMatch(card: MatchCard, answer: AnswerOf<"match">, isFinal: boolean): Verdict {
  const { pairs } = card;
  if (answer.rights.length !== pairs.length || !areIndexes(answer.rights, pairs.length)) {
    return unreadable(gradingText().notThePairs);
  }
  const given = answer.rights.map((index) => (index === null ? null : pairs[index]?.right));
  return gradePlaces(
    pairs.map((pair, index) => ({
      placed: given[index] != null,
      right: given[index] === pair.right,
      ...(pair.why === undefined ? {} : { why: pair.why }),
    })),
    isFinal,
  );
}

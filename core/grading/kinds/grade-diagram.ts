import type { DiagramCard } from "#core/content/types";
import type { AnswerOf, Verdict } from "#core/grading/types";
import { areIndexes } from "#core/grading/verdict/answer-shape";
import { labelsOf } from "#core/grading/verdict/labels-of";
import { unreadable } from "#core/grading/verdict/make-verdict";
import { gradePlaces } from "./grade-places";

/**
 * Labels put to parts: right wherever the same words belong, since two parts may be called alike.
 * Where a label that belongs nowhere was put, its own reason is said.
 */
export function gradeDiagram(
  card: DiagramCard,
  answer: AnswerOf<"diagram">,
  isFinal: boolean,
): Verdict {
  const { places, extra } = card;
  const all = labelsOf(card);
  if (answer.labels.length !== places.length || !areIndexes(answer.labels, all.length)) {
    return unreadable("This answer does not fit the drawing.");
  }
  return gradePlaces(
    places.map((place, index) => {
      const given = answer.labels[index] ?? null;
      const why = given === null ? place.why : (extra[given - places.length]?.why ?? place.why);
      return {
        placed: given !== null,
        right: given !== null && all[given] === place.label,
        ...(why === undefined ? {} : { why }),
      };
    }),
    isFinal,
  );
}

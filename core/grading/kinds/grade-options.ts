import type { DrawnCard } from "#core/content/draw-card";
import type { Option } from "#core/content/types";
import type { OptionsAnswer, Verdict } from "#core/grading/types";
import { isOptionsAnswer } from "#core/grading/verdict/answer-shape";
import { correct, misfit, unreadable, wrong } from "#core/grading/verdict/make-verdict";
import { gradingText } from "#core/text/grading/grading-text";
import { gradeChosen } from "./grade-multi";
import { deciding, type Said } from "./one-by-one";
import { isOptionCard, optionsOf } from "./option-card";
import { optionParts } from "./option-parts";

/**
 * Options shown one at a time, yes or no, without going back (discrete-option multiple choice:
 * Foster and Miller, "A New Format for Multiple-Choice Testing", 2009). In which order they were
 * shown does not matter. What nobody can have said is unreadable: see nextOption for where a
 * question ends.
 */
export function gradeOptions(card: DrawnCard, answer: OptionsAnswer): Verdict {
  if (!isOptionCard(card) || !isOptionsAnswer(answer) || answer.asked !== card.kind) return misfit;
  const options = optionsOf(card);
  if (answer.said.length !== options.length) return misfit;
  return card.kind === "multi" ? gradeEach(options, answer.said) : gradeOne(options, answer.said);
}

/** Exactly one word decides: "yes" to any option, or "no" to the right one. */
function gradeOne(options: readonly Option[], said: Said): Verdict {
  const [end, ...after] = deciding(options, said);
  if (end === undefined) return unreadable(gradingText().sayUntilDecided);
  if (after.length > 0) return unreadable(gradingText().saidAfterEnd);
  const chosen = said[end] === true;
  const parts = optionParts(options, new Set(chosen ? [end] : []));
  const whys = options.flatMap(({ why }, index) => (index === end ? [why] : []));
  return chosen && options[end]?.right ? correct(whys, parts) : wrong(whys, parts);
}

function gradeEach(options: readonly Option[], said: Said): Verdict {
  if (said.includes(null)) return unreadable(gradingText().sayToEach);
  return gradeChosen(options, new Set(said.flatMap((word, index) => (word ? [index] : []))));
}

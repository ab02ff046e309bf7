import type { Card, Option } from "#core/content/types";
import { gradePlain } from "#core/grading/grade-plain";
import { deciding, type Said } from "#core/grading/kinds/one-by-one";
import { normaliseTyped } from "#core/grading/typed/normalise-typed";
import type { Answer } from "#core/grading/types";
import { labelsOf } from "#core/grading/verdict/labels-of";

/**
 * What was wrong in an answer to this version of a card, part by part, in words for the author: the
 * option chosen, the item out of place, what was typed as it is compared. Nothing for an answer that
 * does not fit the card, and where only the learner can judge.
 */
export function wrongParts(card: Card, answer: Answer): string[] {
  switch (card.kind) {
    case "recall":
      return [];
    case "cloze":
    case "text":
      return typed(answer, card.exact);
    case "command":
      return typed(answer, true);
    case "output":
      return card.asked.as === "text"
        ? typed(answer, card.asked.exact)
        : chosen(answer, card.asked.options);
    case "choice":
      return chosen(answer, card.options);
    default:
      return misplaced(card, answer);
  }
}

function typed(answer: Answer, exact: boolean): string[] {
  if (!("text" in answer)) return [];
  return [normaliseTyped(answer.text, exact) || "(nothing)"];
}

function chosen(answer: Answer, options: readonly Option[]): string[] {
  if (answer.kind === "options") return decided(options, answer.said);
  const option = "option" in answer ? options[answer.option] : undefined;
  return option ? [option.text] : [];
}

/** Of options shown one at a time: the one that decided, chosen though wrong or left though right. */
function decided(options: readonly Option[], said: Said): string[] {
  const [end, ...after] = deciding(options, said);
  const option = end === undefined || after.length > 0 ? undefined : options[end];
  if (!option) return [];
  return [option.right ? `left out: ${option.text}` : option.text];
}

type CardOfParts = Exclude<
  Card,
  { kind: "recall" | "cloze" | "text" | "command" | "output" | "choice" }
>;

/** Of the kinds graded part by part. */
function misplaced(card: CardOfParts, answer: Answer): string[] {
  const parts = gradePlain(card, answer, true)?.parts ?? [];
  return parts.flatMap(({ index, right }) => (right ? [] : (partWords(card, answer, index) ?? [])));
}

function partWords(card: CardOfParts, answer: Answer, index: number): string | null {
  switch (card.kind) {
    case "list":
      return `not said: ${card.items[index]?.text}`;
    case "multi": {
      const option = card.options[index];
      return option ? `${option.right ? "left out" : "chosen"}: ${option.text}` : null;
    }
    case "order":
      return `out of place: ${card.items[index]?.text}`;
    case "match": {
      const given = answer.kind === "match" ? card.pairs[answer.rights[index] ?? -1] : undefined;
      return given ? `${card.pairs[index]?.left} = ${given.right}` : null;
    }
    case "diagram": {
      const label = labelsOf(card)[answer.kind === "diagram" ? (answer.labels[index] ?? -1) : -1];
      return label === undefined ? null : `${card.places[index]?.label} = ${label}`;
    }
    case "classify": {
      const given = answer.kind === "classify" ? card.bins[answer.bins[index] ?? -1] : undefined;
      return given === undefined ? null : `${card.items[index]?.text} = ${given}`;
    }
  }
}

import { gapsOf, splitCloze } from "#core/content/build/cloze-gap";
import { plainText } from "#core/content/inline";
import type { AuthoredCard } from "#core/content/read/shapes";
import { type CardRule, cardProblem } from "./authored-texts";

/** Letters from which an answer is long enough to be given away by a word. */
const tellingLetters = 4;

/** The front does not hold its own answer. */
export const frontKeepsAnswer: CardRule = (card) => {
  const front = visibleFront(card.value);
  const found = answersOf(card.value).find((answer) => givesAway(front, answer));
  if (found === undefined || offersOthers(card.value, front)) return [];
  const message = `the front gives its answer away: "${found}".`;
  return [cardProblem(card, ["front"], { message, hint: "Say it in other words." })];
};

function visibleFront(card: AuthoredCard): string {
  if (card.kind !== "cloze") return plainText(card.front);
  const { before, after } = splitCloze(card.front);
  return `${plainText(before)} … ${plainText(after)}`;
}

function answersOf(card: AuthoredCard): string[] {
  switch (card.kind) {
    case "cloze":
      return [...gapsOf(card.front), ...(card.accept ?? [])];
    case "text":
      return card.accept ?? [];
    case "choice":
      return card.options.filter((option) => option.right).map((option) => option.text);
    case "command":
      return [card.answer];
    default:
      return [];
  }
}

/** A question that names what to choose from ("a container or a VM?") tells nothing. */
function offersOthers(card: AuthoredCard, front: string): boolean {
  return wrongAnswersOf(card).some((answer) => holds(front, answer));
}

function wrongAnswersOf(card: AuthoredCard): string[] {
  switch (card.kind) {
    case "text":
      return (card.refuse ?? []).map((refused) => refused.text);
    case "choice":
      return card.options.filter((option) => !option.right).map((option) => option.text);
    default:
      return [];
  }
}

/** Whether a text says an answer that is long enough to be told by it. */
export function givesAway(text: string, answer: string): boolean {
  return isTelling(answer) && holds(text, answer);
}

function isTelling(answer: string): boolean {
  return (plainText(answer).match(/\p{L}/gu) ?? []).length >= tellingLetters;
}

/** Whether the answer stands in the text as whole words, whatever its case and article. */
function holds(text: string, answer: string): boolean {
  const bare = plainText(answer)
    .toLowerCase()
    .replace(/[.!?]+$/, "")
    .replace(/^(?:the|an?) (?=\S+(?: \S+)?$)/, "");
  if (bare === "") return false;
  const within = text.toLowerCase();
  for (let at = within.indexOf(bare); at >= 0; at = within.indexOf(bare, at + 1)) {
    const after = at + bare.length;
    if (!isWordPart(within.charAt(at - 1)) && !isWordPart(within.charAt(after))) return true;
  }
  return false;
}

function isWordPart(char: string): boolean {
  return /[\p{L}\p{N}_-]/u.test(char);
}

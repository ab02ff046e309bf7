import type { CardPlace, Problem } from "#core/content/read/problem";
import type { Card } from "#core/content/types";
import type { Grade } from "#core/grading/types";
import { askedTyped, typedAnswer } from "./typed-trials";

/** Longer ones are sentences that nobody types into a field. */
const mostLetters = 40;

/**
 * Tries on every typed card the right answers of its idea's other cards, and tells where one passes
 * though the card does not name it: grading is then too lenient for the two.
 */
export function proveApart(cards: readonly Card[], grade: Grade, placeOf: CardPlace): Problem[] {
  return cards.flatMap((card) => {
    const asked = askedTyped(card);
    if (asked === null || card.kind === "command") return [];
    const own = new Set(asked.accept.map((text) => text.toLowerCase()));
    const others = cards.filter((other) => other.concept === card.concept && other !== card);
    return others.flatMap((other) => {
      const passing = rightTexts(other).find(
        (text) =>
          !own.has(text.toLowerCase()) &&
          grade(card, typedAnswer(asked.kind, text))?.outcome === "correct",
      );
      if (passing === undefined) return [];
      const message = `${card.id}: "${passing}", an answer of ${other.id}, is graded correct.`;
      const hint = 'Name it in "accept" if it is right here, too, else in "refuse".';
      return [{ ...placeOf(card.id), message, hint }];
    });
  });
}

/** What is right on a card, as far as it could be typed on another. */
function rightTexts(card: Card): string[] {
  const texts = askedTyped(card)?.accept ?? rightOptions(card);
  return texts.filter((text) => text.length <= mostLetters);
}

function rightOptions(card: Card): string[] {
  if (card.kind === "recall") return [card.answer];
  const asked = card.kind === "output" ? card.asked : card;
  if (!("options" in asked)) return [];
  return asked.options.filter(({ right }) => right).map(({ text }) => text);
}

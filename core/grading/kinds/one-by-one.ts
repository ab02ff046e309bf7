import type { Option } from "#core/content/types";
import { type OptionCard, optionsOf } from "./option-card";

/** What was said to each option, by its index in the card; null: nothing, or nothing yet. */
export type Said = readonly (boolean | null)[];

/** A question of which no option was shown yet. */
export function nothingSaid(card: OptionCard): Said {
  return optionsOf(card).map(() => null);
}

/**
 * The option to show next, by its index in the card; null when the question is decided. Where one
 * option is right it is decided by the first "yes", or by "no" to the right one; where all that
 * apply are asked for, by a word to every option. `display` is the order of showing (displayOrder).
 */
export function nextOption(
  card: OptionCard,
  display: readonly number[],
  said: Said,
): number | null {
  if (card.kind !== "multi" && deciding(optionsOf(card), said).length > 0) return null;
  return display.find((index) => said[index] === null) ?? null;
}

/** Where one option is right: those at which what was said decides the question. */
export function deciding(options: readonly Option[], said: Said): number[] {
  return options.flatMap(({ right }, index) => {
    const word = said[index] ?? null;
    return word === true || (word === false && right) ? [index] : [];
  });
}

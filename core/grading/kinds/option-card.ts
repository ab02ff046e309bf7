import type { DrawnCard } from "#core/content/draw-card";
import type { Card, ChoiceCard, MultiCard, Option, OutputCard } from "#core/content/types";

/** A card that is answered by options, whole or one at a time. */
export type OptionCard = ChoiceCard | MultiCard | (OutputCard & { asked: { as: "choice" } });

/** Whether a card is answered by options; of output cards only those asked as choice are. */
export function isOptionCard(card: Card | DrawnCard): card is OptionCard {
  if (card.kind === "output") return card.asked.as === "choice";
  return card.kind === "choice" || card.kind === "multi";
}

/** The options of a card, in the order of its file. */
export function optionsOf(card: OptionCard): readonly Option[] {
  return card.kind === "output" ? card.asked.options : card.options;
}

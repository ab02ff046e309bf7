import type { DrawnCard } from "./draw-card";
import { plainText } from "./inline";

/** What stands in a title for the gap of a cloze. */
const gap = "…";

/** What a card asks as it was drawn, in plain words and without its answer: a name in a list. */
export function cardTitle(card: DrawnCard): string {
  if (card.kind === "cloze") {
    // The dots of the gap are a full stop, too.
    return `${plainText(card.before)}${gap}${plainText(card.after).replace(/^\./, "")}`;
  }
  return plainText(card.front);
}

import { drawCard } from "./draw-card";
import { plainText } from "./inline";
import type { Card } from "./types";

/** What stands in a title for the gap of a cloze. */
const gap = "…";

/** What a card asks, in plain words and without its answer: a name for it in a list. */
export function cardTitle(card: Card): string {
  if (card.kind === "cloze") {
    // The dots of the gap are a full stop, too.
    return `${plainText(card.before)}${gap}${plainText(card.after).replace(/^\./, "")}`;
  }
  return plainText(card.kind === "command" ? drawCard(card, 1).front : card.front);
}

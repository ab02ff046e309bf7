import type { DrawnCard } from "#core/content/draw-card";
import { shuffled } from "#core/random";

/**
 * The order in which a card's options, items or right sides stand on the screen, as indexes into
 * the card's own list; the same seed gives the same order. What is to be put in order never stands
 * in order already; a list is read in its own order.
 */
export function displayOrder(card: DrawnCard, seed: number): number[] {
  switch (card.kind) {
    case "recall":
    case "cloze":
    case "text":
    case "command":
      return [];
    case "output":
      return card.asked.as === "choice" ? shuffled(indexes(card.asked.options), seed) : [];
    case "list":
      return card.items.map((_, index) => index);
    case "choice":
    case "multi":
      return shuffled(indexes(card.options), seed);
    case "diagram":
      return shuffled(indexes([...card.places, ...card.extra]), seed);
    case "match":
      return shuffled(indexes(card.pairs), seed);
    case "classify":
      return shuffled(indexes(card.items), seed);
    case "order":
      return outOfOrder(shuffled(indexes(card.items), seed));
  }
}

function indexes(list: readonly unknown[]): number[] {
  return list.map((_, index) => index);
}

function outOfOrder(order: number[]): number[] {
  const inOrder = order.every((item, place) => item === place);
  return inOrder ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

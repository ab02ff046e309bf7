import { roadOrder } from "./road-order";
import type { Card, Deck, Road } from "./types";

/** What can be said of a road before it is taken, at so many new cards a day. */
export type RoadFacts = {
  road: Road;
  /** The cards of the first day. */
  first: Card[];
  /** The place of the first command to be typed, and its day, both from 1; null if there is none. */
  command: { place: number; day: number } | null;
};

/** The facts of each road of a deck. */
export function roadFacts(deck: Deck, newPerDay: number): RoadFacts[] {
  return deck.roads.map((road) => {
    const order = roadOrder(road, deck);
    const place = order.findIndex(({ kind }) => kind === "command") + 1;
    const command = place === 0 ? null : { place, day: Math.ceil(place / newPerDay) };
    return { road, first: order.slice(0, newPerDay), command };
  });
}

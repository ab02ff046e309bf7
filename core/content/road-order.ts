import { teachingOrder } from "./teaching-order";
import type { Card, Concept, Road } from "./types";

type Ordered = Pick<Card, "id" | "concept">;
type Ideas = readonly Pick<Concept, "id" | "needs">[];

/**
 * The cards of a deck in the order in which a road meets them: first its own, one by one, then its
 * ideas, then all others; each idea after those that it needs. `cards` and `concepts` stand in the
 * order of the talk. What a road names and the deck does not have is passed over.
 */
export function roadOrder<C extends Ordered>(
  road: Pick<Road, "cards" | "lead">,
  { cards, concepts }: { cards: readonly C[]; concepts: Ideas },
): C[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const begun = road.cards.flatMap((id) => byId.get(id) ?? []);
  const taken = new Set(begun);
  const rest = cards.filter((card) => !taken.has(card));
  const led = new Map(road.lead.map((id, place) => [id, place]));
  const place = ({ id }: { id: string }) => led.get(id) ?? road.lead.length;
  // A stable sort: those that are not led stay in the order of the talk.
  const ideas = [...concepts].sort((a, b) => place(a) - place(b));
  return [...begun, ...teachingOrder(rest, ideas)];
}

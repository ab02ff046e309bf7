import { roadOrder } from "./road-order";
import type { CardEntry, Road, StudyIndex } from "./types";

/**
 * The road of a learner's choice; the first where none was chosen, or one that is not known here.
 * Null where the deck has no roads.
 */
export function chooseRoad(roads: readonly Road[], chosen: string | null): Road | null {
  return roads.find(({ id }) => id === chosen) ?? roads[0] ?? null;
}

/** A deck never changes while it is held, so each road's order is made once. */
const made = new WeakMap<StudyIndex, Map<Road, CardEntry[]>>();

/** The cards of the deck in the order in which this learner meets them. */
export function cardsOnRoad(index: StudyIndex, chosen: string | null): readonly CardEntry[] {
  const road = chooseRoad(index.roads, chosen);
  if (!road) return index.cards;
  const known = made.get(index) ?? new Map<Road, CardEntry[]>();
  made.set(index, known);
  const cards = known.get(road) ?? roadOrder(road, index);
  known.set(road, cards);
  return cards;
}

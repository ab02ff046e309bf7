import type { Card, Concept } from "./types";

/** Concepts that pass before the next card of the same concept comes. */
const stride = 4;

/** Concepts so that each stands after all it needs; else in the order given. Needs are acyclic. */
export function conceptOrder<C extends Pick<Concept, "id" | "needs">>(concepts: readonly C[]): C[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const placed = new Set<C>();
  const place = (concept: C | undefined) => {
    if (concept === undefined || placed.has(concept)) return;
    for (const need of concept.needs) place(byId.get(need));
    placed.add(concept);
  };
  for (const concept of concepts) place(concept);
  return [...placed];
}

/**
 * Cards in the order in which they are first met: each concept's first card after the first card of
 * every concept it needs, and the cards of one concept some concepts apart.
 */
export function teachingOrder<C extends Pick<Card, "concept">>(
  cards: readonly C[],
  concepts: readonly Pick<Concept, "id" | "needs">[],
): C[] {
  const position = new Map(conceptOrder(concepts).map((concept, i) => [concept.id, i]));
  const met = new Map<string, number>();
  const keyed = cards.map((card) => {
    const at = position.get(card.concept);
    if (at === undefined) throw new Error(`card of unknown concept ${card.concept}`);
    const nth = met.get(card.concept) ?? 0;
    met.set(card.concept, nth + 1);
    return { card, at, nth };
  });
  keyed.sort((a, b) => a.at + a.nth * stride - (b.at + b.nth * stride) || a.nth - b.nth);
  return keyed.map(({ card }) => card);
}

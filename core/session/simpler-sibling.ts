import type { CardEntry, CardKind } from "#core/content/types";
import { isSuspended } from "#core/scheduling/held-back";
import type { CardState } from "#core/scheduling/types";

/** From what asks for least to what asks for most: to know it again, to put it right, to say it. */
const byDemand: readonly CardKind[] = [
  ...(["choice", "classify", "match", "multi", "order", "diagram"] as const),
  ...(["output", "cloze", "text", "recall", "list", "command"] as const),
];

/**
 * A card on the same idea that asks for less than one which is forgotten again and again; of several
 * the one that asks for least. Null where there is none that may come.
 */
export function simplerSibling<Card extends Pick<CardEntry, "id" | "kind" | "concept">>(
  id: string,
  cards: readonly Card[],
  states: ReadonlyMap<string, CardState>,
): Card | null {
  const card = cards.find((one) => one.id === id);
  if (!card) return null;
  const demand = ({ kind }: Card) => byDemand.indexOf(kind);
  const simpler = cards
    .filter(({ concept }) => concept === card.concept)
    .filter((one) => demand(one) < demand(card) && !isSuspended(states.get(one.id)));
  return simpler.reduce<Card | null>(
    (least, one) => (least === null || demand(one) < demand(least) ? one : least),
    null,
  );
}

import type { DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { CardState } from "#core/scheduling/types";

/** A card is held when it stays in memory for so many days: a placed one does from the first. */
const heldFor = 7;

/** What of an index tells which ideas are to be checked. */
type Known = {
  index: Pick<DeckIndex, "cards" | "concepts">;
  states: ReadonlyMap<string, CardState>;
};

/**
 * Ids of the ideas that need no learning before they were checked, in the deck's order: whoever holds
 * a card of an idea will know what that idea needs. None of their cards was ever answered, and one
 * of them can be asked in a quiz.
 */
export function ideasToCheck({ index, states }: Known): string[] {
  const held = index.cards.filter(({ id }) => isHeld(states.get(id)));
  const needed = neededBy(index.concepts, new Set(held.map(({ concept }) => concept)));
  const touched = new Set(
    index.cards.filter(({ id }) => states.has(id)).map(({ concept }) => concept),
  );
  const askable = new Set(
    index.cards.filter(({ kind }) => isMachineGraded(kind)).map(({ concept }) => concept),
  );
  return index.concepts
    .map(({ id }) => id)
    .filter((id) => needed.has(id) && !touched.has(id) && askable.has(id));
}

/** Cards in their order, but those of ideas that are to be checked behind all others. */
export function checkedLater<Card extends { concept: string }>(
  cards: readonly Card[],
  ideas: readonly string[],
): Card[] {
  const later = new Set(ideas);
  return [
    ...cards.filter(({ concept }) => !later.has(concept)),
    ...cards.filter(({ concept }) => later.has(concept)),
  ];
}

/** The ideas that some ideas need, and those that these need, and so on. */
export function neededBy(
  concepts: Known["index"]["concepts"],
  ids: ReadonlySet<string>,
): Set<string> {
  const needs = new Map(concepts.map((concept) => [concept.id, concept.needs]));
  const needed = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const need of needs.get(id) ?? []) {
      if (needed.has(need)) continue;
      needed.add(need);
      open.push(need);
    }
  }
  return needed;
}

function isHeld(state: CardState | undefined): boolean {
  return state?.phase === "review" && state.stability >= heldFor;
}

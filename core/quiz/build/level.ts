import type { CardKind, DeckIndex } from "#core/content/types";
import type { MachineKind } from "#core/grading/machine-card";
import type { CardState } from "#core/scheduling/types";

/** What the form of a question adds: finding is easier than sorting, sorting than recalling. */
const ofKind: Record<MachineKind, number> = {
  choice: 0,
  output: 15,
  classify: 15,
  multi: 20,
  match: 25,
  order: 30,
  diagram: 30,
  cloze: 35,
  text: 40,
  command: 50,
};
/** What each idea that must be known first adds, and how many of them count. */
const perStep = 5;
const mostSteps = 6;
/** FSRS difficulty runs from 1 to 10. */
const middleDifficulty = 5.5;
const ownShare = 4;

type Asked = { kind: CardKind; concept: string };

/**
 * How hard a question is, 0 to 100: by the form of its card, by how many ideas lie below its own,
 * and, on a card that the learner has a schedule for, by how hard it has been for them.
 */
export function levelOf(
  { kind, concept }: Asked,
  { depths, state }: { depths: ReadonlyMap<string, number>; state: CardState | undefined },
): number {
  const form = (ofKind as Partial<Record<CardKind, number>>)[kind] ?? 0;
  const steps = Math.min(depths.get(concept) ?? 0, mostSteps) * perStep;
  const known = state && state.phase !== "new" ? state.difficulty : middleDifficulty;
  const level = form + steps + (known - middleDifficulty) * ownShare;
  return Math.round(Math.min(100, Math.max(0, level)));
}

/** Of each concept the length of the longest chain of concepts to know before it. */
export function conceptDepths({ concepts }: Pick<DeckIndex, "concepts">): Map<string, number> {
  const needs = new Map(concepts.map((concept) => [concept.id, concept.needs]));
  const depths = new Map<string, number>();
  const depth = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // The gate refuses circles; should there be one, it ends here.
    depths.set(id, 0);
    const found = Math.max(0, ...(needs.get(id) ?? []).map((need) => depth(need) + 1));
    depths.set(id, found);
    return found;
  };
  for (const { id } of concepts) depth(id);
  return depths;
}

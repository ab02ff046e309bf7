import type { DrawnCard } from "#core/content/draw-card";
import type { CardKind, ListCard, RecallCard } from "#core/content/types";

/** A card that is graded without asking the learner; only these can be quiz questions. */
export type MachineCard = Exclude<DrawnCard, RecallCard | ListCard>;
export type MachineKind = MachineCard["kind"];

/** Whether cards of this kind are graded by machine, not by the learner. */
export function isMachineGraded(kind: CardKind): kind is MachineKind {
  return kind !== "recall" && kind !== "list";
}

import type { CardState, Moment } from "./types";

/** Whether the learner has set a card aside: it is in no queue and no forecast until taken up again. */
export function isSuspended(state: CardState | undefined): boolean {
  return state?.marks?.suspended ?? false;
}

/**
 * Whether a card does not come on a study day: suspended, buried for the day, or new with a later day
 * chosen for it. Whoever travels may come back to the day before, to which the burying holds, too; a
 * day further off is one of a wrong clock.
 */
export function isHeldBack(state: CardState | undefined, at: Pick<Moment, "studyDay">): boolean {
  const { suspended, buriedOn, dueDay } = state?.marks ?? {};
  if (suspended) return true;
  if (buriedOn === at.studyDay || buriedOn === at.studyDay + 1) return true;
  return state?.phase === "new" && dueDay !== undefined && dueDay > at.studyDay;
}

/** Whether a new card comes before all others: it was missed in a quiz, or its chosen day is here. */
export function comesFirst(state: CardState | undefined): boolean {
  return state?.phase === "new" && (state.missed || state.marks?.dueDay !== undefined);
}

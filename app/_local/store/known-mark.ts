import { knownMark } from "#core/account/known-mark";
import type { Learner } from "./learner";

/** Whether a learner has begun: has met a card, or chosen a road. */
export function hasBegun({ states, settings }: Pick<Learner, "states" | "settings">): boolean {
  return states.size > 0 || settings.road !== null;
}

/** Notes for the next first paint, and for this page, whether its learner has begun. */
export function noteBegun(begun: boolean): void {
  document.documentElement.toggleAttribute("data-known", begun);
  try {
    localStorage.setItem(knownMark, begun ? "1" : "0");
  } catch {
    // Without room for it, the next page finds out once its store is open.
  }
}

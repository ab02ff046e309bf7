import type { DeviceTime } from "#core/scheduling/types";
import type { Session } from "./session";
import { showNext } from "./show-next";

/** Whether the learner has done nothing yet that beginning the session anew would take away. */
export function isUntouched({ current, done, skipped, past }: Session): boolean {
  const asked = current === null || (current.phase === "asked" && current.given === null);
  return asked && done.length === 0 && skipped.length === 0 && past === null;
}

/**
 * Shows the first card of a session begun anew because more became known of the learner: the one
 * that the earlier session shows stays on the screen where it is still to be studied.
 */
export function showAgain(begun: Session, { current }: Session, now: DeviceTime): Session {
  const isShown = (card: string) => card === current?.card;
  const due = begun.steps.some((step) => isShown(step.card) && step.due <= now.ms);
  if (current === null || !(due || begun.waiting.some(isShown))) return showNext(begun, now);
  const waiting = begun.waiting.filter((card) => !isShown(card));
  const steps = begun.steps.filter((step) => !isShown(step.card));
  return { ...begun, current, waiting, steps };
}

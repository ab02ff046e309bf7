import "server-only";
import type { Leave } from "./lane";

/** A request's place in its lane. */
export type Place = {
  /** Gives it back; a second call changes nothing. */
  leave: Leave;
  /**
   * Gives it back for as long as something else is waited for that takes nothing of the server, and
   * waits for another one then, in the turn of `who`. False where there is none within the bounds.
   */
  aside: (who: string, wait: Promise<unknown>) => Promise<boolean>;
};

/** A place that was taken; `again` waits for one like it. */
export function makePlace(taken: Leave, again: (who: string) => Promise<Leave | null>): Place {
  let held: Leave | null = taken;
  const leave = () => {
    held?.();
    held = null;
  };
  return {
    leave,
    aside: async (who, wait) => {
      leave();
      await wait;
      held = await again(who);
      return held !== null;
    },
  };
}

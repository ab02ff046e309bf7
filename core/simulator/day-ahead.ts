import { type NextDue, nextDue } from "#core/scheduling/next-due";
import { buildQueue, inTurn } from "#core/scheduling/queue";
import { type CatchUp, type CaughtUp, catchUp } from "./catch-up";

/** What there is to study now, by id, and what comes next where that is nothing. */
export type DayAhead = {
  known: string[];
  fresh: string[];
  /** Where today has no room for all that presses. */
  caughtUp: CaughtUp | null;
  next: NextDue | null;
};

/** The work of a day as it stands at this moment. */
export function dayAhead(learner: CatchUp): DayAhead {
  const { states, now, time } = learner;
  const next = nextDue(learner);
  const caughtUp = catchUp(learner);
  if (time && time.left <= 0) return { known: [], fresh: [], caughtUp, next };
  const queue = buildQueue(learner);
  const isNew = (card: string) => (states.get(card)?.phase ?? "new") === "new";
  const ready = queue.learning.filter(({ due }) => due <= now.ms).map(({ card }) => card);
  const open = inTurn(queue);
  return {
    known: [...ready, ...open.filter((card) => !isNew(card))],
    fresh: open.filter(isNew),
    caughtUp,
    next,
  };
}

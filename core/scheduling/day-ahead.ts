import { type NextDue, nextDue } from "./next-due";
import { buildQueue, inTurn, type QueueInput } from "./queue";

/** What there is to study now, by id, and what comes next where that is nothing. */
export type DayAhead = {
  known: string[];
  fresh: string[];
  /** So many more are due, which the day's limit leaves to later days. */
  later: number;
  next: NextDue | null;
};

/** The work of a day as it stands at this moment. */
export function dayAhead(input: QueueInput): DayAhead {
  const { states, settings, now } = input;
  const queue = buildQueue(input);
  const isNew = (card: string) => (states.get(card)?.phase ?? "new") === "new";
  const ready = queue.learning.filter(({ due }) => due <= now.ms).map(({ card }) => card);
  const open = inTurn(queue);
  const all = buildQueue({ ...input, settings: { ...settings, reviewsPerDay: Number.MAX_VALUE } });
  return {
    known: [...ready, ...open.filter((card) => !isNew(card))],
    fresh: open.filter(isNew),
    later: all.due.length - queue.due.length,
    next: nextDue(input),
  };
}

import type { DayTime } from "./day-time";
import { isSuspended } from "./held-back";
import { buildQueue, inTurn, type QueueInput } from "./queue";

/**
 * What comes next: something to study now; cards in their steps later on this study day, the first
 * at `due` (ms); or a later study day with what it brings, as far as is known today.
 */
export type NextDue =
  | { when: "now"; cards: number }
  | { when: "today"; due: number; cards: number }
  | { when: "day"; studyDay: number; reviews: number; fresh: number };

/** When the next card comes; null when none ever will: no card is left, or the limits are 0. */
export function nextDue(input: QueueInput): NextDue | null {
  const { now, states, time } = input;
  if (time && time.left <= 0) return nextDay(input);
  const queue = buildQueue(input);
  const ready = queue.learning.filter(({ due }) => due <= now.ms);
  const open = inTurn(queue).length + ready.length;
  if (open > 0) return { when: "now", cards: open };

  const today = queue.learning.filter(({ card }) => {
    const state = states.get(card);
    return state !== undefined && state.phase !== "new" && state.dueDay <= now.studyDay;
  });
  const [first] = today;
  if (first) return { when: "today", due: first.due, cards: today.length };
  return nextDay(input);
}

/** The first later study day that brings a card; what today's limits left over waits for tomorrow. */
function nextDay(input: QueueInput): NextDue | null {
  const { cards, states, settings, now, time } = input;
  const tomorrow = now.studyDay + 1;
  const reviewDays: number[] = [];
  const stepDays: number[] = [];
  let unseen = 0;
  for (const { id } of cards) {
    const state = states.get(id);
    if (isSuspended(state)) continue;
    const chosen = state?.marks?.dueDay;
    if (!state || state.phase === "new") {
      if (chosen === undefined || chosen <= tomorrow) unseen++;
      else stepDays.push(chosen);
    } else
      (state.phase === "review" ? reviewDays : stepDays).push(Math.max(state.dueDay, tomorrow));
  }
  const fresh = Math.min(unseen, settings.newPerDay);
  const days = [...(settings.reviewsPerDay > 0 ? reviewDays : []), ...stepDays];
  if (fresh > 0) days.push(tomorrow);
  if (days.length === 0) return null;

  const studyDay = days.reduce((a, b) => Math.min(a, b));
  if (time) return withinTime(input, { studyDay, time });
  const onDay = (list: readonly number[]) => list.filter((day) => day === studyDay).length;
  const reviews = Math.min(onDay(reviewDays), settings.reviewsPerDay) + onDay(stepDays);
  return { when: "day", studyDay, reviews, fresh };
}

/** What a day with all of its minutes brings. */
function withinTime(
  input: QueueInput,
  { studyDay, time }: { studyDay: number; time: DayTime },
): NextDue {
  const { due, missed, learning, fresh } = buildQueue({
    ...input,
    counts: { newDone: 0, reviewsDone: 0 },
    time: { ...time, left: time.whole },
    now: { ...input.now, studyDay },
  });
  const isDue = (card: string) => {
    const state = input.states.get(card);
    return state !== undefined && state.phase !== "new" && state.dueDay <= studyDay;
  };
  const steps = learning.filter(({ card }) => isDue(card));
  const reviews = due.length + missed.length + steps.length;
  return { when: "day", studyDay, reviews, fresh: fresh.length };
}

import type { CardState, DeviceTime } from "#core/scheduling/types";
import { withState } from "./mark-card";
import { type Current, type Session, type Stepped, stateOf } from "./session";

/**
 * Takes the last rating or mark back. Its card is on the screen again, as it was before it was
 * answered; what the mark had left there, or no card at all, stays as it is.
 */
export function undoLast(session: Session, { id, now }: { id: string; now: DeviceTime }): Stepped {
  const { last, past } = session;
  if (!last || !past) return { session, effect: null };
  const { card } = last;
  const state: CardState = {
    ...stateOf(past.states, card),
    // The log keeps both the entry and its void, and a state counts the entries it is folded from.
    folded: stateOf(session.states, card).folded + 1,
  };
  // Of the present states, not the past ones: an older undo's count stands in them.
  const states = new Map(session.states).set(card, state);
  const stayed = session.current?.shownAt === past.current?.shownAt;
  const restored: Session =
    stayed || !past.current
      ? { ...withState({ ...past, current: session.current }, card, state), states }
      : { ...past, states, current: askedAgain(past.current, now) };
  const draft = { type: "void", id, at: now.ms, target: last.entry, card } as const;
  return { session: restored, effect: { draft, card, state } };
}

function askedAgain({ card, seed }: Current, shownAt: DeviceTime): Current {
  return { card, seed, shownAt, phase: "asked", given: null, verdict: null };
}

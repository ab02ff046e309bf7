import type { CardState, DeviceTime } from "#core/scheduling/types";
import { withState } from "./mark-card";
import { type Session, type Stepped, stateOf } from "./session";

/**
 * Takes the last rating or mark back. Its card is on the screen again, as it was before it was
 * answered; one that the mark had left there stays as it is.
 */
export function undoLast(session: Session, { id, now }: { id: string; now: DeviceTime }): Stepped {
  const { last, past } = session;
  if (!last || !past?.current) return { session, effect: null };
  const { card } = last;
  const state: CardState = {
    ...stateOf(past.states, card),
    // The log keeps both the entry and its void, and a state counts the entries it is folded from.
    folded: stateOf(session.states, card).folded + 1,
  };
  // Of the present states, not the past ones: an older undo's count stands in them.
  const states = new Map(session.states).set(card, state);
  const stayed = session.current?.shownAt === past.current.shownAt;
  const { seed } = past.current;
  const restored: Session = stayed
    ? { ...withState({ ...past, current: session.current }, card, state), states }
    : {
        ...past,
        states,
        current: { card, seed, shownAt: now, phase: "asked", given: null, verdict: null },
      };
  const draft = { type: "void", id, at: now.ms, target: last.entry, card } as const;
  return { session: restored, effect: { draft, card, state } };
}

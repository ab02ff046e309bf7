import { type MarkChoice, markDraft } from "#core/log/mark-draft";
import { outlooks } from "#core/scheduling/fsrs";
import { momentOf } from "#core/scheduling/study-day";
import type { CardState, DeviceTime } from "#core/scheduling/types";
import { bounded } from "./rate-card";
import { type Session, type Stepped, stateOf } from "./session";
import { showNext } from "./show-next";

export type Marked = { card: string; choice: MarkChoice; id: string; now: DeviceTime };

/**
 * Marks the card on the screen; where there is none, any card. A flag and a note leave it there, with
 * what was answered; after all else it does not come again in this session.
 */
export function markCard(session: Session, { card, choice, id, now }: Marked): Stepped {
  const { current } = session;
  if (current && current.card !== card) return { session, effect: null };
  const state = stateOf(session.states, card);
  const effect = markDraft(choice, { card, state, id, now });
  const kept: Session = {
    ...withState(session, card, effect.state),
    last: { entry: id, card },
    past: bounded(session),
  };
  const stays = choice.type === "flag" || choice.type === "note";
  if (stays || !current) return { session: kept, effect };
  const steps = session.steps.filter((step) => step.card !== card);
  const waiting = session.waiting.filter((one) => one !== card);
  const left = { ...kept, steps, waiting, skipped: [...session.skipped, card] };
  return { session: showNext(left, now), effect };
}

/** The session with another state of a card, by which its buttons say what each rating does. */
export function withState(session: Session, card: string, state: CardState): Session {
  const states = new Map(session.states).set(card, state);
  const { current } = session;
  if (current?.phase !== "answered" || current.card !== card) return { ...session, states };
  const at = momentOf(current.answeredAt);
  const shown = outlooks({ card, state, at, retention: session.retention });
  return { ...session, states, current: { ...current, outlooks: shown } };
}

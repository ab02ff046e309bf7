import type { DrawnCard } from "#core/content/draw-card";
import { countedDuration } from "#core/log/counted-duration";
import type { Rating } from "#core/log/types";
import { isLeechAt } from "#core/scheduling/leech";
import { momentOf } from "#core/scheduling/study-day";
import type { CardState, DeviceTime } from "#core/scheduling/types";
import {
  type Answered,
  type Done,
  type Draft,
  type Session,
  type Stepped,
  stateOf,
} from "./session";
import { showNext } from "./show-next";

/** At least so many ratings can be taken back, one by one. */
const undoDepth = 100;

export type Rated = { card: DrawnCard; rating: Rating; id: string; now: DeviceTime };

/** Stores the rating of the answered card as the review it makes, and shows the next card. */
export function rateCard(session: Session, current: Answered, event: Rated): Stepped {
  const { card } = current;
  const { state } = current.outlooks[event.rating];
  const before = stateOf(session.states, card);
  const draft = reviewDraft(session, current, event);
  const lapses = before.phase === "new" ? 0 : before.lapses;
  const done: Done = {
    review: event.id,
    card,
    rating: event.rating,
    spent: draft.duration + countedDuration(current.answeredAt.ms, event.now.ms),
    introduced: before.phase === "new",
    leech: state.lapses > lapses && isLeechAt(state.lapses),
  };
  const rated: Session = {
    ...session,
    states: new Map(session.states).set(card, state),
    // A card in its steps comes back within the session.
    steps: state.phase === "review" ? session.steps : [...session.steps, { card, due: state.due }],
    done: [...session.done, done],
    past: bounded(session),
  };
  return { session: showNext(rated, event.now), effect: { draft, card, state } };
}

function reviewDraft(session: Session, current: Answered, { card, rating, id }: Rated) {
  const { answeredAt } = current;
  return {
    type: "review",
    id,
    at: answeredAt.ms,
    card: card.id,
    cardVersion: card.version,
    deckVersion: session.deckVersion,
    mode: "study",
    quiz: null,
    studyDay: momentOf(answeredAt).studyDay,
    utcOffset: answeredAt.utcOffset,
    answer: current.answer,
    seed: current.seed,
    verdict: current.verdict?.outcome ?? null,
    overruled: current.overruled,
    confidence: null,
    rating,
    duration: countedDuration(current.shownAt.ms, answeredAt.ms),
  } as const satisfies Draft;
}

/** Cuts the chain of past sessions now and then, so that a long session does not keep them all. */
function bounded(session: Session): Session {
  return session.done.length % undoDepth === 0 ? cut(session, undoDepth) : session;
}

function cut(session: Session, depth: number): Session {
  if (depth === 0 || !session.past) return { ...session, past: null };
  return { ...session, past: cut(session.past, depth - 1) };
}

/** Takes the last rating back: its card is on the screen again, as it was before it was answered. */
export function undoRating(
  session: Session,
  { id, now }: { id: string; now: DeviceTime },
): Stepped {
  const last = session.done.at(-1);
  const { past } = session;
  if (!last || !past?.current) return { session, effect: null };
  const { card, seed } = past.current;
  const state: CardState = {
    ...stateOf(past.states, card),
    // The log keeps both the review and its void, and a state counts the entries it is folded from.
    folded: stateOf(session.states, card).folded + 1,
  };
  const restored: Session = {
    ...past,
    // Of the present states, not the past ones: an older undo's count stands in them.
    states: new Map(session.states).set(card, state),
    current: { card, seed, shownAt: now, phase: "asked", given: null, verdict: null },
  };
  const draft = { type: "void", id, at: now.ms, target: last.review, card } as const;
  return { session: restored, effect: { draft, card, state } };
}

import type { DrawnCard } from "#core/content/draw-card";
import { countedDuration } from "#core/log/counted-duration";
import type { Rating } from "#core/log/types";
import { isLeechAt } from "#core/scheduling/leech";
import { momentOf } from "#core/scheduling/study-day";
import type { DeviceTime } from "#core/scheduling/types";
import {
  type Answered,
  type Done,
  type Draft,
  type Session,
  type Stepped,
  stateOf,
} from "./session";
import { showNext } from "./show-next";

/** At least so many ratings and marks can be taken back, one by one. */
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
    last: { entry: event.id, card },
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
export function bounded(session: Session): Session {
  const given = session.done.length + session.skipped.length;
  return given % undoDepth === 0 ? cut(session, undoDepth) : session;
}

function cut(session: Session, depth: number): Session {
  if (depth === 0 || !session.past) return { ...session, past: null };
  return { ...session, past: cut(session.past, depth - 1) };
}

import { hashSeed } from "#core/random";
import type { LearningCard } from "#core/scheduling/queue";
import type { DeviceTime } from "#core/scheduling/types";
import { type Current, type Session, stateOf, timeSpent } from "./session";

/** How early a card in its steps may be shown when nothing else is left, milliseconds. */
const learnAhead = 20 * 60_000;

/**
 * Puts the next card on the screen: first a card whose step has come, then what waits, then, when
 * nothing else is left, a card whose step comes within the next 20 minutes. Else the session rests.
 * Once its time is up it is over, and what was left of it is not its any more.
 */
export function showNext(session: Session, now: DeviceTime): Session {
  if (session.budget !== null && timeSpent(session) >= session.budget) {
    return { ...session, waiting: [], steps: [], current: null };
  }
  const come = soonest(session, now.ms);
  if (come) return showStep(session, come.card, now);
  const [waiting, ...rest] = session.waiting;
  if (waiting !== undefined) {
    return { ...session, waiting: rest, current: asked(session, waiting, now) };
  }
  const ahead = soonest(session, now.ms + learnAhead);
  return ahead ? showStep(session, ahead.card, now) : { ...session, current: null };
}

/** Of the steps due by then the first, but the card just rated only when it is the only one. */
function soonest({ steps, done }: Session, ms: number): LearningCard | undefined {
  const last = done.at(-1)?.card;
  const due = steps.filter((step) => step.due <= ms).sort((a, b) => a.due - b.due);
  return due.find((step) => step.card !== last) ?? due[0];
}

function showStep(session: Session, card: string, now: DeviceTime): Session {
  const steps = session.steps.filter((step) => step.card !== card);
  return { ...session, steps, current: asked(session, card, now) };
}

/** The seed changes with each showing, so that places on the screen cannot be learned instead. */
function asked(session: Session, card: string, shownAt: DeviceTime): Current {
  const state = stateOf(session.states, card);
  const seed = hashSeed(`${session.seed}:${card}:${state.folded}`);
  return { card, seed, shownAt, phase: "asked", given: null, verdict: null };
}

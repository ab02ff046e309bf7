import type { CardEntry } from "#core/content/types";
import type { Rating } from "#core/log/types";
import { hashSeed, randomFrom } from "#core/random";
import type { DayTime } from "#core/scheduling/day-time";
import { retrievability, stepOne } from "#core/scheduling/fsrs";
import { buildQueue, type DayCounts, inTurn } from "#core/scheduling/queue";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState, DeviceTime, Moment, Settings } from "#core/scheduling/types";
import { newSession, type Session, stateOf } from "#core/session/session";
import { showNext } from "#core/session/show-next";

/** A learner as of now, and how far ahead to look. */
export type Simulation = {
  /** Of the deck, in the order in which they are met. */
  cards: readonly Pick<CardEntry, "id">[];
  states: ReadonlyMap<string, CardState>;
  settings: Pick<Settings, "newPerDay" | "reviewsPerDay" | "desiredRetention">;
  /** What today has seen already. */
  counts: DayCounts;
  /** Null where the learner has set no minutes. */
  time: DayTime | null;
  /** Seconds of a card: of a new one with its back, and asked once more. */
  secondsOf: DayTime["secondsOf"];
  now: Moment;
  /** Study days, today included. */
  days: number;
  /** The same seed gives the same answers to the same cards. */
  seed: number;
  /** Looks no further once this holds of a day. */
  until?: (day: SimulatedDay) => boolean;
};

export type SimulatedDay = {
  studyDay: number;
  /** Cards asked, each as often as it was. */
  asked: string[];
  introduced: number;
  seconds: number;
  /** Cards that pressed and for which the day had no room. */
  later: number;
};

/** Right at the first time of asking: nothing is known of a card never asked. */
const knownBefore = 0.5;
/** Right within a card's steps, minutes after it was asked: the model of days says nothing of that. */
const rightInSteps = 0.9;
/** A miss has half of the back read again. */
const readAgain = 0.5;

/**
 * Plays the learner's days ahead by the rules of the real ones: the queue, the order in which a session
 * shows its cards, and the scheduler are the very same. Only what the learner will answer is drawn,
 * by the probability of recall.
 */
export function simulate(simulation: Simulation): {
  days: SimulatedDay[];
  states: ReadonlyMap<string, CardState>;
} {
  // Changed in place: one run rates thousands of cards.
  const states = new Map(simulation.states);
  const days: SimulatedDay[] = [];
  for (let ahead = 0; ahead < simulation.days; ahead += 1) {
    const day = playDay(simulation, states, ahead);
    days.push(day);
    if (simulation.until?.(day)) break;
  }
  return { days, states };
}

function playDay(
  simulation: Simulation,
  states: Map<string, CardState>,
  ahead: number,
): SimulatedDay {
  const { cards, settings, time, seed } = simulation;
  let now: DeviceTime = { ...simulation.now, ms: simulation.now.ms + ahead * msPerDay };
  const { studyDay } = momentOf(now);
  const counts = ahead === 0 ? simulation.counts : { newDone: 0, reviewsDone: 0 };
  const today = time && { ...time, left: ahead === 0 ? time.left : time.whole };
  const queue = buildQueue({ cards, states, counts, settings, time: today, now: momentOf(now) });
  const day: SimulatedDay = {
    ...{ studyDay, asked: [], introduced: 0, seconds: 0, later: queue.later.length },
  };
  let session = showNext(
    newSession({
      ...{ deckVersion: "", retention: settings.desiredRetention, seed, states },
      ...{ waiting: inTurn(queue), steps: queue.learning, budget: today && today.left * 1000 },
    }),
    now,
  );
  while (session.current) {
    const { card } = session.current;
    const asked = answer(simulation, stateOf(states, card), { card, studyDay });
    now = { ...now, ms: now.ms + Math.round(asked.seconds * 1000) };
    if (stateOf(states, card).phase === "new") day.introduced += 1;
    day.asked.push(card);
    day.seconds += asked.seconds;
    session = showNext(rated(session, states, { card, now, ...asked }), now);
  }
  return day;
}

type Asked = { card: string; studyDay: number };
type Given = { rating: Rating; seconds: number };

/** What is answered, and how long it takes with what is read of the back. */
function answer(
  { secondsOf, seed }: Simulation,
  state: CardState,
  { card, studyDay }: Asked,
): Given {
  const isNew = state.phase === "new";
  const reps = isNew ? 0 : state.reps;
  const known =
    state.phase === "review" ? (retrievability(state, { studyDay }) ?? 0) : rightInSteps;
  const isRight = randomFrom(hashSeed(`${seed}:${card}:${reps}`))() < (isNew ? knownBefore : known);
  const question = secondsOf(card, false);
  const back = secondsOf(card, true) - 2 * question;
  const read = isNew ? 1 : isRight ? 0 : readAgain;
  return { rating: isRight ? "good" : "again", seconds: question + read * back };
}

/** As the session's own step, without what only a log or an undo needs. */
function rated(
  session: Session,
  states: Map<string, CardState>,
  { card, now, rating, seconds }: Given & { card: string; now: DeviceTime },
): Session {
  const before = stateOf(states, card);
  const input = { card, state: before, at: momentOf(now), retention: session.retention };
  const state = stepOne(input, rating);
  states.set(card, state);
  const done = { review: "", card, rating, spent: seconds * 1000, introduced: false, leech: false };
  return {
    ...session,
    steps: state.phase === "review" ? session.steps : [...session.steps, { card, due: state.due }],
    done: [...session.done, done],
  };
}

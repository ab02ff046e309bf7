import type { CardEntry } from "#core/content/types";
import { hashSeed } from "#core/random";
import type { DayTime } from "./day-time";
import { comesFirst, isHeldBack } from "./held-back";
import { type Known, shareOut } from "./share-out";
import type { CardState, Moment, Settings } from "./types";

/** What was done on this study day already: cards taken out of new, reviews of known cards. */
export type DayCounts = { newDone: number; reviewsDone: number };

/** A card in its learning or relearning steps, and the moment (ms) at which the next one is due. */
export type LearningCard = { card: string; due: number };

/**
 * `missed` are those of a quiz, known and new alike; no day's limit keeps them back. `later` are due
 * and cannot wait, and the day has no room for them: while there are any, no new card comes.
 */
export type Queue = {
  missed: string[];
  due: string[];
  learning: LearningCard[];
  fresh: string[];
  later: string[];
};

export type QueueInput = {
  /** Of the deck, in teaching order; a state whose card is not here is of a retired card. */
  cards: readonly Pick<CardEntry, "id">[];
  states: ReadonlyMap<string, CardState>;
  counts: DayCounts;
  settings: Pick<Settings, "newPerDay" | "reviewsPerDay">;
  /** Missing where the learner has set no minutes. */
  time?: DayTime | null;
  now: Moment;
};

/**
 * What there is to study on this day: all cards missed in a quiz; due reviews, most valuable first;
 * all cards in their steps, soonest first; new cards in teaching order. The day's limits hold for
 * reviews and new cards. Missed cards take their places first, since they count as done like any
 * other once they are studied, and come even where the limits leave no place. Where more is due than
 * the day has room for, those come that gain most by it.
 */
export function buildQueue(input: QueueInput): Queue {
  const { counts, settings, now, time } = input;
  const { missed, due, learning, missedNew, unseen } = sorted(input);
  const reviews = left(settings.reviewsPerDay, counts.reviewsDone + missed.length);
  const fresh = left(settings.newPerDay, counts.newDone + missedNew.length);
  const beside = time ? timeBeside(time, [...missed, ...learning]) : null;
  const hasReviews = settings.reviewsPerDay > 0;
  const room = { reviews, fresh, hasReviews, time: beside, studyDay: now.studyDay };
  const taken = shareOut(due, unseen, room);
  return {
    missed: interleave(mostValuableFirst(missed, now.studyDay), missedNew),
    due: mostValuableFirst(taken.due, now.studyDay),
    learning: learning.sort((a, b) => a.due - b.due),
    fresh: taken.fresh,
    later: taken.later,
  };
}

function sorted({ cards, states, now }: QueueInput) {
  const missed: Known[] = [];
  const due: Known[] = [];
  const learning: LearningCard[] = [];
  const missedNew: string[] = [];
  const unseen: string[] = [];
  for (const { id } of cards) {
    const state = states.get(id);
    if (isHeldBack(state, now)) continue;
    if (!state || state.phase === "new") {
      (comesFirst(state) ? missedNew : unseen).push(id);
    } else if (state.phase !== "review") {
      learning.push({ card: id, due: state.missed ? Math.min(state.due, now.ms) : state.due });
    } else if (state.missed) missed.push({ card: id, state });
    else if (state.dueDay <= now.studyDay) due.push({ card: id, state });
  }
  return { missed, due, learning, missedNew, unseen };
}

/** The time that is left beside what comes anyway. */
function timeBeside(time: DayTime, anyway: readonly { card: string }[]): DayTime {
  const seconds = anyway.reduce((sum, { card }) => sum + time.secondsOf(card, false), 0);
  return { ...time, left: time.left - seconds };
}

/** The cards of a queue in the order of a session, but for those in their steps. */
export function inTurn({ missed, due, fresh }: Queue): string[] {
  return [...missed, ...interleave(due, fresh)];
}

const left = (limit: number, done: number): number => Math.max(0, limit - done);

/**
 * By relative overdueness: days since the last review for each day of stability. On the forgetting curve that is the order of retrievability, lowest first. When not
 * all can be done in a day, it is the short-lived cards that another day costs most: a day late is
 * half the interval of a two-day card and nothing to one of a year. Cards alike (learned together,
 * rated alike) come in an order that differs from day to day, so that none becomes the other's cue.
 */
function mostValuableFirst(due: readonly Known[], studyDay: number): string[] {
  return due
    .map(({ card, state }) => ({
      card,
      overdue: (studyDay - state.lastDay) / state.stability,
      tie: hashSeed(`${studyDay}:${card}`),
    }))
    .sort((a, b) => b.overdue - a.overdue || a.tie - b.tie)
    .map(({ card }) => card);
}

/** Two lists as one, each in its own order, the shorter spread evenly over the longer. */
export function interleave(reviews: readonly string[], fresh: readonly string[]): string[] {
  const mixed: string[] = [];
  const total = reviews.length + fresh.length;
  let taken = 0;
  for (let place = 0; place < total; place++) {
    // How many of the fresh belong to the places up to the middle of this one.
    const share = Math.floor(((place + 0.5) * fresh.length) / total + 0.5);
    const from = taken < share ? fresh : reviews;
    const next = from[taken < share ? taken++ : place - taken];
    if (next !== undefined) mixed.push(next);
  }
  return mixed;
}

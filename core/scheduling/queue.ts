import type { CardEntry } from "#core/content/types";
import { hashSeed } from "#core/random";
import type { CardState, Moment, ScheduledState, Settings } from "./types";

/** What was done on this study day already: cards taken out of new, reviews of known cards. */
export type DayCounts = { newDone: number; reviewsDone: number };

/** A card in its learning or relearning steps, and the moment (ms) at which the next one is due. */
export type LearningCard = { card: string; due: number };

export type Queue = { due: string[]; learning: LearningCard[]; fresh: string[] };

export type QueueInput = {
  /** Of the deck, in teaching order; a state whose card is not here is of a retired card. */
  cards: readonly Pick<CardEntry, "id">[];
  states: ReadonlyMap<string, CardState>;
  counts: DayCounts;
  settings: Pick<Settings, "newPerDay" | "reviewsPerDay">;
  now: Moment;
};

/**
 * What there is to study on this day: due reviews, most valuable first and up to the day's limit;
 * all cards in their steps, soonest first; new cards, those missed in a quiz first, then in
 * teaching order and up to the day's limit.
 */
export function buildQueue({ cards, states, counts, settings, now }: QueueInput): Queue {
  const due: { card: string; state: ScheduledState }[] = [];
  const learning: LearningCard[] = [];
  const missed: string[] = [];
  const unseen: string[] = [];
  for (const { id } of cards) {
    const state = states.get(id);
    if (!state || state.phase === "new") {
      (state?.missed ? missed : unseen).push(id);
    } else if (state.phase !== "review") {
      learning.push({ card: id, due: state.missed ? Math.min(state.due, now.ms) : state.due });
    } else if (state.missed || state.dueDay <= now.studyDay) {
      due.push({ card: id, state });
    }
  }
  return {
    due: mostValuableFirst(due, now.studyDay).slice(
      0,
      left(settings.reviewsPerDay, counts.reviewsDone),
    ),
    learning: learning.sort((a, b) => a.due - b.due),
    fresh: [...missed, ...unseen].slice(0, left(settings.newPerDay, counts.newDone)),
  };
}

const left = (limit: number, done: number): number => Math.max(0, limit - done);

/**
 * Missed in a quiz first, then by relative overdueness: days since the last review for each day of
 * stability. On the forgetting curve that is the order of retrievability, lowest first. When not
 * all can be done in a day, it is the short-lived cards that another day costs most: a day late is
 * half the interval of a two-day card and nothing to one of a year. Cards alike (learned together,
 * rated alike) come in an order that differs from day to day, so that none becomes the other's cue.
 */
function mostValuableFirst(
  due: readonly { card: string; state: ScheduledState }[],
  studyDay: number,
): string[] {
  return due
    .map(({ card, state }) => ({
      card,
      missed: state.missed ? 1 : 0,
      overdue: (studyDay - state.lastDay) / state.stability,
      tie: hashSeed(`${studyDay}:${card}`),
    }))
    .sort((a, b) => b.missed - a.missed || b.overdue - a.overdue || a.tie - b.tie)
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

import { FSRSAlgorithm, Rating as Grade } from "ts-fsrs";
import type { Rating } from "#core/log/types";
import { msPerDay, msPerMinute, studyDayOf } from "./study-day";
import type { CardState, Moment, Outlook, ScheduledState } from "./types";

/**
 * The one seam to ts-fsrs (FSRS-6 with its default weights). Only its formulas are used: stability
 * and difficulty after a rating, the forgetting curve, the interval with fuzz. Its scheduler is
 * not, because it counts days as UTC calendar days and makes an interval depend on the intervals of
 * the other three ratings. Here days are the learner's study days, and an interval depends on
 * stability, desired retention, card and number of reviews alone, so that it can be computed again
 * when the desired retention changes.
 */

const grades = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
} as const satisfies Record<Rating, Grade>;

type Step = { minutes: number; step: number };
/** What a rating does at one step; a rating without an entry takes the card to phase review. */
type StepRow = { again: Step; hard: Step; good?: Step };

const toFirst: Step = { minutes: 1, step: 0 };
/** Steps of 1 and 10 minutes; hard waits for their mean, 5.5, rounded up. */
const learningSteps: readonly StepRow[] = [
  { again: toFirst, hard: { minutes: 6, step: 0 }, good: { minutes: 10, step: 1 } },
  { again: toFirst, hard: { minutes: 6, step: 1 } },
];
/** One step of 10 minutes; hard waits half as long again. */
const relearningStep: StepRow = { again: { minutes: 10, step: 0 }, hard: { minutes: 15, step: 0 } };

/** A learner's choice of desired retention is rarely one of more than these; then start again. */
const schedulersKept = 64;
const schedulers = new Map<number, FSRSAlgorithm>();
/** For all that the desired retention has no part in. */
const memory = schedulerFor(0.9);

function schedulerFor(retention: number): FSRSAlgorithm {
  const known = schedulers.get(retention);
  if (known) return known;
  if (schedulers.size >= schedulersKept) schedulers.clear();
  const made = new FSRSAlgorithm({ request_retention: retention, enable_fuzz: true });
  schedulers.set(retention, made);
  return made;
}

/** Days from a review to the next, before fuzz: at the desired retention 0.9 the stability. */
export function plainInterval(stability: number, retention: number): number {
  const days = Math.round(stability * schedulerFor(retention).interval_modifier);
  return Math.min(Math.max(days, 1), 36_500);
}

/** As plainInterval, spread a little by the card's id and the number of its reviews. */
function fuzzedInterval(stability: number, retention: number, seed: string): number {
  const scheduler = schedulerFor(retention);
  scheduler.seed = seed;
  // The 0 are the days since the last review: given, the fuzz would depend on them too.
  return scheduler.next_interval(stability, 0);
}

const fuzzSeed = (card: string, reps: number): string => `${card}:${reps}`;

/** Whole study days from the last review; clocks and travellers may go back, memory does not. */
const daysSince = (state: ScheduledState, studyDay: number): number =>
  Math.max(0, studyDay - state.lastDay);

/** The probability of recall on a study day; null for a card that has no schedule yet. */
export function retrievability(state: CardState, at: Pick<Moment, "studyDay">): number | null {
  if (state.phase === "new") return null;
  return memory.forgetting_curve(daysSince(state, at.studyDay), state.stability);
}

/** What a review on a study day is worth: `recall` is its chance, `gain` what it is expected to bring. */
export type Worth = { recall: number; gain: number };

/**
 * The gain is what a recall adds to the logarithm of the card's stability, weighted by how likely it
 * is: little is gained of what is sure to be recalled, and little of what is as good as forgotten.
 */
export function worthOfReview(state: ScheduledState, studyDay: number): Worth {
  const { stability, difficulty } = state;
  const recall = memory.forgetting_curve(daysSince(state, studyDay), stability);
  const after = memory.next_recall_stability(difficulty, stability, recall, Grade.Good);
  return { recall, gain: recall * Math.log(after / stability) };
}

function stepAfter(state: CardState, rating: Rating): Step | undefined {
  if (state.phase === "review") return rating === "again" ? relearningStep.again : undefined;
  if (rating === "easy") return undefined;
  if (state.phase === "relearning") return relearningStep[rating];
  const row = learningSteps[state.phase === "new" ? 0 : state.step];
  return row?.[rating];
}

/** How many answers in a row, all good, take a card out of its steps or off what is due. */
export function answersToGo(state: CardState): number {
  if (state.phase === "new") return learningSteps.length;
  return state.phase === "learning" ? learningSteps.length - state.step : 1;
}

export type StepInput = { card: string; state: CardState; at: Moment; retention: number };

/**
 * The card's state after one rating: what the fold over the log takes. The same as that rating's
 * outlook. The time and rating decide the memory; the desired retention only when it is due.
 */
export function stepOne(input: StepInput, rating: Rating): ScheduledState {
  const { card, state, at, retention } = input;
  const isNew = state.phase === "new";
  const days = isNew ? 0 : daysSince(state, at.studyDay);
  const { stability, difficulty } = memory.next_state(isNew ? null : state, days, grades[rating]);
  const reps = isNew ? 1 : state.reps + 1;
  const lapses = isNew ? 0 : state.lapses;
  const lapsed = state.phase === "review" && rating === "again";
  const step = stepAfter(state, rating);
  const wait = step
    ? step.minutes * msPerMinute
    : fuzzedInterval(stability, retention, fuzzSeed(card, reps)) * msPerDay;
  return {
    phase: step ? phaseInSteps(state) : "review",
    stability,
    difficulty,
    due: at.ms + wait,
    dueDay: at.studyDay + daysAhead(at, wait),
    step: step ? step.step : 0,
    reps,
    lapses: lapsed ? lapses + 1 : lapses,
    lastReview: at.ms,
    lastDay: at.studyDay,
    utcOffset: at.utcOffset,
    missed: false,
    folded: state.folded + 1,
    ...marksAfter(state.marks),
  };
}

/** A chosen day has been kept with the review. */
function marksAfter(marks: CardState["marks"]): Pick<CardState, "marks"> {
  if (!marks) return {};
  const { dueDay, ...left } = marks;
  return Object.keys(left).length > 0 ? { marks: left } : {};
}

const phaseInSteps = (state: CardState): "learning" | "relearning" =>
  state.phase === "new" || state.phase === "learning" ? "learning" : "relearning";

/** Study days from a moment to `wait` milliseconds after it. */
const daysAhead = (at: Pick<Moment, "ms" | "utcOffset">, wait: number): number =>
  studyDayOf(at.ms + wait, at.utcOffset) - studyDayOf(at.ms, at.utcOffset);

/** All four outcomes at once: the interval on a button and the stored one are the same object. */
export function outlooks(input: StepInput): Record<Rating, Outlook> {
  const outlook = (rating: Rating): Outlook => {
    const state = stepOne(input, rating);
    return { rating, state, wait: state.due - input.at.ms };
  };
  return {
    again: outlook("again"),
    hard: outlook("hard"),
    good: outlook("good"),
    easy: outlook("easy"),
  };
}

/** The state under another desired retention: what the whole fold with that one would give. */
export function reschedule(card: string, state: CardState, retention: number): CardState {
  if (state.phase !== "review" || state.marks?.dueDay !== undefined) return state;
  const days = fuzzedInterval(state.stability, retention, fuzzSeed(card, state.reps));
  return { ...state, due: state.lastReview + days * msPerDay, dueDay: state.lastDay + days };
}

import type { StudyIndex } from "#core/content/types";
import type { Entry } from "#core/log/types";
import { backSeconds, questionSeconds } from "#core/pace/model-seconds";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState, DeviceTime, Settings } from "#core/scheduling/types";
import type { Session } from "#core/session/session";
import { startSession } from "#core/session/start-session";
import { rateAs } from "./rate-as";
import type { Scheduler } from "./schedulers/scheduler";
import type { Memory } from "./truths/memory";
import { answer, type Person, timeOf, truths } from "./truths/people";

/** How one learner studies: so many minutes a day, by which scheduler, away for some days or not. */
export type Plan = {
  scheduler: Scheduler;
  minutes: number;
  days: number;
  settings: Settings;
  away: { from: number; days: number } | null;
};

/** What one day was. */
export type Day = {
  minutes: number;
  /** Of the last answer alone. */
  lastMinutes: number;
  /** Known cards that were due when the day ended. */
  left: number;
};

export type Played = {
  days: Day[];
  /** Cards that would be recalled on the morning after the last day, by the truth. */
  recalled: number;
  /** Cards that were asked at least once. */
  met: number;
  answers: number;
  sessions: number;
  /** Of the answers to cards in phase review, and how many of them were recalled. */
  reviews: number;
  passed: number;
  /** The day, from 1, on which the first command was to be typed. */
  firstCommand: number | null;
};

const firstMorning = Date.UTC(2026, 0, 5, 18);

type Learner = {
  index: StudyIndex;
  person: Person;
  plan: Plan;
  memory: Memory;
  kinds: ReadonlyMap<string, StudyIndex["cards"][number]["kind"]>;
  played: Played;
  /** Seconds taken, and expected by the words, of all answers. */
  paces: { answers: number; taken: number; expected: number };
};

/** From so many answers on the page goes by the learner's own pace. */
const answersForPace = 20;

/** Plays all days of one learner through the session that the page runs. */
export function playLearner(index: StudyIndex, person: Person, plan: Plan): Played {
  const memory = truths[person.truth](person.seed, index.cards);
  const kinds = new Map(index.cards.map(({ id, kind }) => [id, kind]));
  const played: Played = {
    days: [],
    ...{ recalled: 0, met: 0, answers: 0, sessions: 0, reviews: 0, passed: 0, firstCommand: null },
  };
  const paces = { answers: 0, taken: 0, expected: 0 };
  const learner = { index, person, plan, memory, kinds, played, paces };
  let states: ReadonlyMap<string, CardState> = new Map();
  for (let day = 0; day < plan.days; day += 1) {
    const { away } = plan;
    if (away && day >= away.from && day < away.from + away.days) continue;
    states = playDay(learner, day, states);
  }
  for (const { id } of index.cards) {
    const recall = memory.recall(id, plan.days);
    if (recall === null) continue;
    played.met += 1;
    played.recalled += recall;
  }
  return played;
}

type States = ReadonlyMap<string, CardState>;

function playDay(learner: Learner, day: number, states: States): States {
  const { played } = learner;
  const studied: Studied = { states, recent: [], spent: 0, last: 0 };
  const start = { ms: firstMorning + day * msPerDay, utcOffset: 0 };
  // What is still there once a session has ended is offered at once.
  while (studySession(learner, studied, start)) played.sessions += 1;
  const { spent, last } = studied;
  const left = dueOn(studied.states, momentOf(start).studyDay);
  played.days.push({ minutes: spent / 60, lastMinutes: last / 60, left });
  return studied.states;
}

type Studied = { states: States; recent: Entry[]; spent: number; last: number };

/** Studies what the page offers now; whether there was anything. */
function studySession(learner: Learner, studied: Studied, start: DeviceTime): boolean {
  const { index, plan, played, person, paces } = learner;
  const settings = { ...plan.settings, minutesPerDay: plan.minutes, road: person.road };
  let now = { ...start, ms: start.ms + studied.spent * 1000 };
  let { session } = startSession({
    ...{ index, learner: { states: studied.states, settings, recent: studied.recent } },
    pace: paces.answers < answersForPace ? 1 : paces.taken / paces.expected,
    ...{ more: 0, topic: null, earlier: null, seed: studied.spent, now },
  });
  const begun = session.current !== null;
  while (session.current !== null) {
    const { seconds, recalled, rating, card } = give(learner, session, now);
    now = { ...now, ms: now.ms + Math.round(seconds * 1000) };
    studied.last = seconds;
    studied.spent += seconds;
    learner.memory.study(card, dayOf(now), recalled);
    const stepped = rateAs(plan.scheduler, session, { rating, now });
    session = stepped.session;
    const draft = stepped.effect?.draft;
    if (draft) studied.recent.push({ ...draft, device: "bench", sequence: studied.recent.length });
    played.answers += 1;
    const day = Math.floor(dayOf(now)) + 1;
    if (learner.kinds.get(card) === "command") played.firstCommand ??= day;
  }
  studied.states = session.states;
  return begun;
}

const dayOf = ({ ms }: DeviceTime): number => (ms - firstMorning) / msPerDay;

/** What the learner says to the card on the screen, and in how many seconds. */
function give(
  { index, person, memory, kinds, played, paces }: Learner,
  session: Session,
  now: DeviceTime,
) {
  const card = session.current?.card ?? "";
  const state = session.states.get(card);
  const reps = state && state.phase !== "new" ? state.reps : 0;
  const trial = `${card}:${reps}`;
  const recall = memory.recall(card, dayOf(now)) ?? person.knowsBefore;
  const said = answer(person, { trial, kind: kinds.get(card) ?? "recall", recall });
  if (state?.phase === "review") {
    played.reviews += 1;
    played.passed += said.rating === "again" ? 0 : 1;
  }
  const words = index.words.get(card) ?? { ask: 0, tell: 0 };
  // The back is read whole once, and by half after a miss.
  const read = reps === 0 ? 1 : said.rating === "again" ? 0.5 : 0;
  const usual = questionSeconds(words) + read * backSeconds(words);
  const seconds = usual * person.pace * timeOf(person, trial);
  paces.answers += 1;
  paces.taken += seconds;
  paces.expected += usual;
  return { card, ...said, seconds };
}

function dueOn(states: States, studyDay: number): number {
  let due = 0;
  for (const state of states.values()) {
    if (state.phase === "review" && state.dueDay <= studyDay) due += 1;
  }
  return due;
}

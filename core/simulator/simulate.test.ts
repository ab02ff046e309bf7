import { expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { RecallCard, StudyIndex } from "#core/content/types";
import type { Entry } from "#core/log/types";
import { cardSeconds } from "#core/pace/card-seconds";
import { dayTime } from "#core/pace/day-time";
import { hashSeed, randomFrom } from "#core/random";
import { retrievability } from "#core/scheduling/fsrs";
import { defaultSettings } from "#core/scheduling/settings";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState } from "#core/scheduling/types";
import { type Session, stateOf } from "#core/session/session";
import { startSession } from "#core/session/start-session";
import { stepSession } from "#core/session/step-session";
import { type SimulatedDay, simulate } from "./simulate";

const cards = Array.from({ length: 120 }, (_, i) => ({
  id: `card${i}`,
  kind: "recall" as const,
  topic: "t",
  concept: `c${i}`,
  version: "1",
}));
const index: StudyIndex = {
  version: "1",
  topics: [],
  concepts: cards.map(({ concept }) => ({ id: concept, topic: "t", title: concept, needs: [] })),
  cards,
  parts: {},
  roads: [{ id: "r", title: "", about: "", cards: cards.map(({ id }) => id), lead: [] }],
  words: new Map(cards.map(({ id }, i) => [id, { ask: 20 + (i % 40), tell: 60 + (i % 90) }])),
};
const first = { ms: Date.UTC(2026, 0, 5, 18), utcOffset: 0 };
const days = 60;
const seed = 3;
const secondsOf = (card: string, isNew: boolean) =>
  cardSeconds(card, isNew, { words: index.words, pace: 1 });

function simulated(settings: typeof defaultSettings): SimulatedDay[] {
  const now = momentOf(first);
  const time = dayTime({
    settings,
    recent: [],
    studyDay: now.studyDay,
    words: index.words,
    pace: 1,
  });
  const counts = { newDone: 0, reviewsDone: 0 };
  const learner = { cards, states: new Map(), settings, counts, time, secondsOf, now };
  return simulate({ ...learner, days, seed }).days;
}

/** The same learner, day by day, through the session that the page runs and its own entries. */
function played(settings: typeof defaultSettings): { asked: string[]; seconds: number }[] {
  let states: ReadonlyMap<string, CardState> = new Map();
  return Array.from({ length: days }, (_, day) => {
    let ms = first.ms + day * msPerDay;
    const recent: Entry[] = [];
    const learner = { states, settings, recent };
    const now = { ...first, ms };
    let { session } = startSession({
      ...{ index, learner, pace: 1, more: 0, topic: null, earlier: null, seed, now },
    });
    const asked: string[] = [];
    while (session.current) {
      const { card } = session.current;
      asked.push(card);
      const { rating, seconds } = answered(session, card, momentOf({ ...first, ms }).studyDay);
      ms += Math.round(seconds * 1000);
      const shown: RecallCard = { ...sampleCard, id: card, kind: "recall", answer: "!" };
      const at = { ...first, ms };
      ({ session } = stepSession(session, { type: "reveal", card: shown, now: at }));
      const rate = { type: "rate", card: shown, rating, id: `${ms}`, now: at } as const;
      ({ session } = stepSession(session, rate));
    }
    states = session.states;
    return { asked, seconds: (ms - first.ms - day * msPerDay) / 1000 };
  });
}

/** A learner whose memory is what the model of it says, and who meets the luck of the seed. */
function answered(session: Session, card: string, studyDay: number) {
  const state = stateOf(session.states, card);
  const reps = state.phase === "new" ? 0 : state.reps;
  const recall = retrievability(state, { studyDay });
  const chance = state.phase === "review" ? (recall ?? 0) : state.phase === "new" ? 0.5 : 0.9;
  const isRight = randomFrom(hashSeed(`${seed}:${card}:${reps}`))() < chance;
  const question = secondsOf(card, false);
  const back = secondsOf(card, true) - 2 * question;
  const read = reps === 0 ? 1 : isRight ? 0 : 0.5;
  return {
    rating: isRight ? ("good" as const) : ("again" as const),
    seconds: question + read * back,
  };
}

it.each([0, 6])(
  "asks the same cards on the same days as the real session, at %i minutes",
  (minutes) => {
    const settings = { ...defaultSettings, minutesPerDay: minutes };
    const real = played(settings);
    const ahead = simulated(settings);
    const total = (list: readonly { seconds: number }[]) =>
      list.reduce((sum, { seconds }) => sum + seconds, 0);
    const pairs = (list: readonly { asked: string[] }[]) =>
      list.flatMap(({ asked }, day) => [...new Set(asked)].map((card) => `${day} ${card}`));
    const realPairs = new Set(pairs(real));
    const same = pairs(ahead).filter((pair) => realPairs.has(pair)).length;
    expect(same / Math.max(realPairs.size, pairs(ahead).length)).toBeGreaterThanOrEqual(0.95);
    expect(total(ahead) / total(real)).toBeGreaterThan(0.9);
    expect(total(ahead) / total(real)).toBeLessThan(1.1);
    expect(pairs(real).length).toBeGreaterThan(150);
  },
);

it("keeps the minutes of each day but for the last card, and learns within them", () => {
  const ahead = simulated({ ...defaultSettings, minutesPerDay: 6 });
  const longest = Math.max(...cards.map(({ id }) => secondsOf(id, true)));
  for (const { seconds } of ahead) expect(seconds).toBeLessThan(6 * 60 + longest);
  expect(ahead.reduce((sum, { introduced }) => sum + introduced, 0)).toBeGreaterThan(60);
});

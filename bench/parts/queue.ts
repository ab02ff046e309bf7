import { below, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { cardsOnRoad } from "#core/content/choose-road";
import { cardSeconds } from "#core/pace/card-seconds";
import { dayTime } from "#core/pace/day-time";
import { randomFrom } from "#core/random";
import { buildQueue } from "#core/scheduling/queue";
import { defaultSettings } from "#core/scheduling/settings";
import { momentOf, msPerDay } from "#core/scheduling/study-day";
import type { CardState, Moment } from "#core/scheduling/types";
import { simulate } from "#core/simulator/simulate";
import { deckCatalog } from "#server/base/catalog";

const cards = Array.from({ length: 5_000 }, (_, i) => ({ id: `card${i}` }));
const days = 180;
const turns = 15;

/** The queue of a day on which far more is due than it holds, and half a year played ahead. */
export async function benchQueue(): Promise<Figure[]> {
  const { index } = await deckCatalog();
  const now = momentOf({ ms: Date.UTC(2026, 0, 5, 18), utcOffset: 0 });
  const settings = { ...defaultSettings, minutesPerDay: 10 };
  const { words } = index;
  const secondsOf = (card: string, isNew: boolean) => cardSeconds(card, isNew, { words, pace: 1 });
  const time = dayTime({ settings, recent: [], studyDay: now.studyDay, words, pace: 1 });
  const counts = { newDone: 0, reviewsDone: 0 };
  const day = { settings, counts, time, now };
  const states = statesOf(now);
  const queue = milliseconds(() => buildQueue({ ...day, cards, states }));
  const learner = { ...day, cards: cardsOnRoad(index, null), states: new Map(), secondsOf };
  const ahead = milliseconds(() => simulate({ ...learner, days, seed: 1 }));
  return [
    {
      name: `queue over ${cards.length.toLocaleString("en")} cards that are due`,
      ...{ value: queue, unit: "ms", goal: below({ value: queue, limit: 10, unit: " ms" }) },
    },
    {
      name: `${days} days of ${index.cards.length} cards played ahead`,
      ...{ value: ahead, unit: "ms", goal: below({ value: ahead, limit: 300, unit: " ms" }) },
    },
  ];
}

function milliseconds(run: () => unknown): number {
  const times = Array.from({ length: turns }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return median(times);
}

function statesOf({ ms, studyDay }: Moment): Map<string, CardState> {
  const random = randomFrom(1);
  const stateOf = (): CardState => {
    const ago = 1 + Math.floor(100 * random());
    return {
      phase: "review",
      stability: 0.5 + 60 * random(),
      difficulty: 1 + 9 * random(),
      ...{ due: ms, dueDay: studyDay, step: 0, reps: 4, lapses: 0, utcOffset: 0 },
      ...{ lastReview: ms - ago * msPerDay, lastDay: studyDay - ago, missed: false, folded: 4 },
    };
  };
  return new Map(cards.map(({ id }) => [id, stateOf()]));
}

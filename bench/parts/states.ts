import {
  createEmptyCard,
  FSRSAlgorithm,
  type FSRSState,
  type Card as FsrsCard,
  fsrs,
  type Grade,
  Rating,
} from "ts-fsrs";
import { atLeast, type Figure } from "#bench/figures/figure";
import { median } from "#bench/figures/statistics";
import { longLog } from "#bench/learners/long-log";
import { foldLog } from "#core/log/fold-log";
import type { Rating as OurRating, Review, Void } from "#core/log/types";
import { deckCatalog } from "#server/base/catalog";

const reviews = 200_000;
/** The years over which they are spread, in days. */
const days = 8 * 365;
/** Turns that count, and turns before them to warm up. */
const turns = 5;
const warmUps = 2;

const grades = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const satisfies Record<OurRating, Grade>;

/** All states rebuilt from a log, beside ts-fsrs that is given the same ratings and nothing else. */
export async function benchStates(): Promise<Figure[]> {
  const { deck } = await deckCatalog();
  const until = Date.UTC(2026, 0, 5);
  const log = [...longLog({ deck, device: "bench", seed: 1, reviews, days, until })];
  const rates = { folded: [] as number[], scheduler: [] as number[], formulas: [] as number[] };
  for (let turn = -warmUps; turn < turns; turn += 1) {
    const scheduler = rate(() => foldByScheduler(log));
    const formulas = rate(() => foldByFormulas(log));
    const folded = rate(() => foldLog(log).states.size);
    if (turn < 0) continue;
    rates.scheduler.push(scheduler);
    rates.formulas.push(formulas);
    rates.folded.push(folded);
  }
  const beside = (name: string, bound: readonly number[]) => ({
    name: `states rebuilt from ${reviews.toLocaleString("en")} reviews`,
    value: median(rates.folded),
    unit: "reviews/s",
    bound: { name, value: median(bound) },
    ratio: median(rates.folded.map((value, turn) => value / (bound[turn] ?? Number.NaN))),
  });
  const least = beside("ts-fsrs, its formulas alone", rates.formulas);
  return [
    beside("ts-fsrs, its scheduler", rates.scheduler),
    { ...least, goal: atLeast({ value: least.ratio, limit: 0.7, unit: " of bare" }) },
  ];
}

/** Reviews a second. */
function rate(fold: () => number): number {
  const from = performance.now();
  if (fold() === 0) throw new Error("Nothing was folded.");
  return reviews / ((performance.now() - from) / 1000);
}

/** As the library is meant to be used. Gives how many cards there are. */
function foldByScheduler(log: readonly (Review | Void)[]): number {
  const scheduler = fsrs({ enable_fuzz: true });
  const cards = new Map<string, FsrsCard>();
  for (const { card, at, rating } of standing(log)) {
    const before: FsrsCard = cards.get(card) ?? createEmptyCard(at);
    cards.set(card, scheduler.next(before, at, grades[rating]).card);
  }
  return cards.size;
}

/** Memory and interval after each rating, with no steps, dates and counts: the least there can be. */
function foldByFormulas(log: readonly (Review | Void)[]): number {
  const algorithm = new FSRSAlgorithm({ enable_fuzz: true });
  const cards = new Map<string, { memory: FSRSState; studyDay: number; days: number }>();
  for (const { card, id, studyDay, rating } of standing(log)) {
    const before = cards.get(card);
    const elapsed = before ? Math.max(0, studyDay - before.studyDay) : 0;
    const memory = algorithm.next_state(before?.memory ?? null, elapsed, grades[rating]);
    algorithm.seed = id;
    const days = algorithm.next_interval(memory.stability, elapsed);
    cards.set(card, { memory, studyDay, days });
  }
  return cards.size;
}

/** The log is in order as it is; what was taken back is left out. */
function standing(log: readonly (Review | Void)[]): Review[] {
  const voided = new Set(log.map((entry) => (entry.type === "void" ? entry.target : "")));
  return log.filter((entry) => entry.type === "review" && !voided.has(entry.id)) as Review[];
}

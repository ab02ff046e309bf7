import type { CardKind } from "#core/content/types";
import type { ReviewFact } from "./fold-card";
import type { Mode } from "./types";

/**
 * How firmly a card was held when it was reviewed: not in phase review; by stability under 7 days,
 * 7 to 30 days, over 30 days.
 */
export const bands = ["new", "young", "month", "old"] as const;
export type Band = (typeof bands)[number];

/** What the reviews of one day come to, for one topic, kind, band and mode. */
export type DailyTotal = {
  studyDay: number;
  topic: string;
  kind: CardKind;
  band: Band;
  mode: Mode;
  reviews: number;
  passed: number;
  /** Reviews that tell true retention: of a card in phase review, its first of the study day. */
  first: number;
  firstPassed: number;
  /** Cards taken out of new. */
  introduced: number;
  /** Milliseconds, of each review no more than `longestDuration`. */
  duration: number;
};

/** Milliseconds that one answer can add to the time spent: who left the desk does not study. */
export const longestDuration = 120_000;

const amounts = ["reviews", "passed", "first", "firstPassed", "introduced", "duration"] as const;
const nothing = {
  ...{ reviews: 0, passed: 0, first: 0 },
  ...{ firstPassed: 0, introduced: 0, duration: 0 },
};

/** Names the total that a review belongs to; two totals with one key are to be added. */
export function totalKey(total: Omit<DailyTotal, (typeof amounts)[number]>): string {
  return [total.studyDay, total.topic, total.kind, total.band, total.mode].join(" ");
}

/**
 * The totals of some reviews. `topicOf` says which topic each review's card belonged to when it was
 * stored, so that old totals do not move with today's content.
 */
export function totalsOf(
  facts: readonly ReviewFact[],
  topicOf: (fact: ReviewFact) => string,
): DailyTotal[] {
  return addTotals(facts.map((fact) => totalOf(fact, topicOf(fact))));
}

/** What one review adds to its total. */
export function totalOf(fact: ReviewFact, topic: string): DailyTotal {
  const { studyDay, kind, mode, passed } = fact;
  const tells = fact.phaseBefore === "review" && fact.first;
  return {
    studyDay,
    topic,
    kind,
    band: bandOf(fact),
    mode,
    reviews: 1,
    passed: passed ? 1 : 0,
    first: tells ? 1 : 0,
    firstPassed: tells && passed ? 1 : 0,
    introduced: fact.introduced ? 1 : 0,
    duration: Math.min(Math.max(fact.duration, 0), longestDuration),
  };
}

/** The band of a card as the review met it. */
export function bandOf(fact: Pick<ReviewFact, "phaseBefore" | "stabilityBefore">): Band {
  if (fact.phaseBefore !== "review" || fact.stabilityBefore === null) return "new";
  if (fact.stabilityBefore < 7) return "young";
  return fact.stabilityBefore <= 30 ? "month" : "old";
}

/** Totals of the same key added up; those that come to nothing are left out. */
export function addTotals(...lists: readonly (readonly DailyTotal[])[]): DailyTotal[] {
  const sums: Sums = new Map();
  for (const total of lists.flat()) addTo(sums, total);
  return summed(sums);
}

/** Totals that are being added up, by key. */
export type Sums = Map<string, DailyTotal>;

/** Adds a total, or with the sign -1 takes it away. */
export function addTo(sums: Sums, total: DailyTotal, sign: 1 | -1 = 1): void {
  const key = totalKey(total);
  const sum = sums.get(key) ?? { ...total, ...nothing };
  for (const amount of amounts) sum[amount] += sign * total[amount];
  sums.set(key, sum);
}

/** What was added up; totals that come to nothing are left out. */
export function summed(sums: Sums): DailyTotal[] {
  return [...sums.values()].filter((sum) => amounts.some((amount) => sum[amount] !== 0));
}

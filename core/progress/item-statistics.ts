import type { Card } from "#core/content/types";
import type { Answer, Outcome } from "#core/grading/types";
import type { Review } from "#core/log/types";
import { wrongParts } from "./wrong-parts";

/** One standing review of anybody's, as the statistics of its card need it. */
export type AnsweredRow = Pick<
  Review,
  "card" | "cardVersion" | "overruled" | "rating" | "duration"
> & {
  /** As JSON: of the many that are alike only one is looked into. */
  answer: string;
  /** The server's verdict, else the device's; null where the learner alone judged. */
  outcome: Outcome | null;
};

export type ItemStatistics = {
  seen: number;
  /** By the verdict; what a learner overruled is none. Without a verdict: not rated again. */
  right: number;
  /** "I do not know". */
  gaveUp: number;
  overruled: number;
  /** Median time to answer, milliseconds. */
  median: number;
};

/** What was chosen, left out or typed in answers that were not right, and how often. */
export type WrongAnswer = { text: string; count: number };

export type CardStatistics = {
  card: string;
  /** All versions together. */
  overall: ItemStatistics;
  /** The deck's version; null where nobody has seen that yet, or the card has left the deck. */
  present: (ItemStatistics & { wrong: WrongAnswer[] }) | null;
};

type Tally = Omit<ItemStatistics, "median"> & {
  durations: number[];
  /** By answer, those not right. */
  wrong: Map<string, number>;
};

/** What was counted so far, by card and its version. */
export type Tallies = Map<string, Map<string, Tally>>;

/** Counts some of the reviews of all learners, which may come in whatever order and parts. */
export function countAnswered(byCard: Tallies, rows: Iterable<AnsweredRow>): void {
  for (const row of rows) {
    const versions = byCard.get(row.card) ?? new Map<string, Tally>();
    byCard.set(row.card, versions);
    const tally = versions.get(row.cardVersion) ?? emptyTally();
    versions.set(row.cardVersion, tally);
    count(tally, row);
  }
}

/**
 * The statistics of each card that was seen. Answers are indexes into a card's lists, so that wrong
 * ones can be named of the present version alone.
 */
export function itemStatistics(
  byCard: Tallies,
  cards: ReadonlyMap<string, Card>,
): CardStatistics[] {
  return [...byCard].map(([id, versions]) => {
    const card = cards.get(id);
    const present = card && versions.get(card.version);
    return {
      card: id,
      overall: statisticsOf([...versions.values()]),
      present: present ? { ...statisticsOf([present]), wrong: wrongOf(card, present) } : null,
    };
  });
}

function emptyTally(): Tally {
  return { seen: 0, right: 0, gaveUp: 0, overruled: 0, durations: [], wrong: new Map() };
}

function count(tally: Tally, row: AnsweredRow): void {
  tally.seen++;
  tally.durations.push(row.duration);
  if (row.overruled) tally.overruled++;
  if (isRight(row)) tally.right++;
  else if (answerOf(row.answer).kind === "none") tally.gaveUp++;
  else tally.wrong.set(row.answer, (tally.wrong.get(row.answer) ?? 0) + 1);
}

function isRight({ outcome, rating }: AnsweredRow): boolean {
  if (outcome === null || outcome === "unreadable") return rating !== "again";
  return outcome === "correct";
}

function statisticsOf(tallies: readonly Tally[]): ItemStatistics {
  const sum = (amount: "seen" | "right" | "gaveUp" | "overruled") =>
    tallies.reduce((all, tally) => all + tally[amount], 0);
  return {
    seen: sum("seen"),
    right: sum("right"),
    gaveUp: sum("gaveUp"),
    overruled: sum("overruled"),
    median: medianOf(tallies.flatMap((tally) => tally.durations)),
  };
}

/** The most frequent first; of equals, by text. */
function wrongOf(card: Card, { wrong }: Tally): WrongAnswer[] {
  const counts = new Map<string, number>();
  for (const [answer, times] of wrong) {
    for (const text of wrongParts(card, answerOf(answer))) {
      counts.set(text, (counts.get(text) ?? 0) + times);
    }
  }
  return [...counts]
    .map(([text, times]) => ({ text, count: times }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

/** Stored answers were read by the server's schema when they came. */
function answerOf(json: string): Answer {
  return JSON.parse(json) as Answer;
}

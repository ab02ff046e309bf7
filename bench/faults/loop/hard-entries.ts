import type { Card } from "#core/content/types";
import type { Review } from "#core/log/types";
import { studyDayOf } from "#core/scheduling/study-day";
import { exchangeOnly, type Given, learner } from "./hard-exchange";

/** Milliseconds. */
export const day = 86_400_000;

/** A body of 1 MB: few entries, each of them long. */
export function longBody(n: number): string {
  const notes = Array.from({ length: 16 }, (_, i) => ({
    ...noteOf(n * 100 + i),
    text: "x".repeat(64_000),
  }));
  return JSON.stringify({ account: learner.id, device: "d", since: 0, entries: notes });
}

function noteOf(n: number) {
  return { type: "memo", id: `note-${n}`, device: "d", sequence: n + 1, at: 1_700_000_000_000 + n };
}

/** Stores 1,000 entries as long as they may be. */
export async function seedNotes(given: Given): Promise<void> {
  for (let n = 0; n < 1000; n += 15) {
    await exchangeOnly(
      given,
      Array.from({ length: 15 }, (_, i) => ({ ...noteOf(n + i), text: "x".repeat(65_000) })),
    );
  }
}

/** Stores the plans of 2,500 quizzes with as many questions as they may have. */
export async function seedQuizzes(given: Given): Promise<void> {
  const questions = Array.from({ length: 1000 }, (_, n) => ({
    card: `a-card-${n}`,
    seed: 4_000_000 + n,
  }));
  for (let n = 0; n < 2500; n += 20) {
    await exchangeOnly(
      given,
      Array.from({ length: 20 }, (_, i) => ({
        ...{ ...noteOf(n + i), type: "quiz", quiz: `quiz-${n + i}`, event: "start" },
        plan: { topics: [], questions, style: "practice" },
      })),
    );
  }
}

/** Stores that many reviews of one card. */
export async function seedCard(given: Given, count: number): Promise<void> {
  for (let n = 0; n < count; n += 300) {
    const reviews = Array.from({ length: 300 }, (_, i) =>
      reviewOf(given, {
        id: `r-${n + i}`,
        at: given.now - 80 * day + (n + i) * 60_000,
        sequence: n + i + 1,
      }),
    );
    await exchangeOnly(given, reviews);
  }
}

/** A review of a card that the learner rates. */
export function reviewOf({ catalog }: Given, change: Partial<Review>): Review {
  const card = catalog.deck.cards.find(({ kind }) => kind === "recall");
  if (!card) throw new Error("The deck has no card to recall.");
  return { ...baseOf(card, change.at ?? 0), ...change };
}

function baseOf(card: Card, at: number): Review {
  return {
    ...{ type: "review", id: "r", device: "d", sequence: 1, at, card: card.id },
    ...{ cardVersion: card.version, deckVersion: "d", mode: "study", quiz: null, seed: 1 },
    ...{ studyDay: studyDayOf(at, 0), utcOffset: 0, answer: { kind: "recall" }, verdict: null },
    ...{ overruled: false, confidence: null, rating: "good", duration: 1000 },
  };
}

/** Long commands with many parts, each to another card. */
export function hardCommands({ catalog, now }: Given, count: number): unknown[] {
  const commands = catalog.deck.cards.filter(({ kind }) => kind === "command");
  const text = `docker run ${"-e A=$(pwd) -v $HOME/b:/x -p 8080-8090:80-90 --label a='b c' ".repeat(28)}nginx`;
  return Array.from({ length: count }, (_, n) => {
    const card = commands[n % commands.length];
    if (!card) throw new Error("The deck has no command.");
    const answer = { kind: "command", text: text.slice(0, 1990) + n };
    return {
      ...baseOf(card, now - n * 1000),
      id: `c-${n}`,
      sequence: n + 1,
      answer,
      rating: "again",
      verdict: "wrong",
    };
  });
}

/** A choice of the desired retention, the `n`th. */
export function choice(n: number) {
  return { ...noteOf(n), type: "setting", key: "desiredRetention", value: 0.8 + n / 100 };
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardWords } from "#core/content/types";
import type { Mode, Review } from "#core/log/types";
import { knownState } from "#core/scheduling/made-queue";
import { measurePace } from "./measure-pace";
import { backSeconds, questionSeconds } from "./model-seconds";

const wordsOf: CardWords = { ask: 40, tell: 120 };
const cards = Array.from({ length: 60 }, (_, i) => `card${i}`);
const words = new Map(cards.map((card) => [card, wordsOf]));
/** Each was reviewed once, or so often that this cannot have been the first time. */
const met = new Map(cards.map((card) => [card, knownState({ reps: 1 })]));
const old = new Map(cards.map((card) => [card, knownState({ reps: 9 })]));

function review(card: string, at: number, change: Partial<Review> = {}): Review {
  return {
    type: "review",
    id: `${card}-${at}`,
    device: "d",
    sequence: 1,
    at,
    card,
    cardVersion: "1",
    deckVersion: "1",
    mode: "study",
    quiz: null,
    studyDay: 20_000,
    utcOffset: 0,
    answer: { kind: "none", asked: "recall" },
    seed: 1,
    verdict: null,
    overruled: false,
    confidence: null,
    rating: "good",
    duration: 1,
    ...change,
  };
}

/** One answer after the other, so many seconds apart. */
const row = (count: number, seconds: number, mode: Mode = "study") =>
  cards.slice(0, count).map((card, i) => review(card, 1_000 + i * seconds * 1000, { mode }));

describe("laws", () => {
  test("whoever takes what the words say has pace 1, and so many times as long so much", () => {
    const factor = fc.double({ min: 0.3, max: 2, noNaN: true });
    fc.assert(
      fc.property(factor, fc.boolean(), (times, isNew) => {
        const seconds = questionSeconds(wordsOf) + (isNew ? backSeconds(wordsOf) : 0);
        const pace = measurePace(row(40, seconds * times), { words, states: isNew ? met : old });
        expect(pace).toBeCloseTo(times, 6);
      }),
    );
  });

  test("it stays within bounds, whatever the clocks of the devices say", () => {
    const moment = fc.integer({ min: 0, max: 3_600_000 });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 30, maxLength: 60 }), (moments) => {
        const reviews = moments.map((at, i) => review(cards[i] ?? "", at));
        const pace = measurePace(reviews, { words, states: old });
        if (pace === null) return;
        expect(pace).toBeGreaterThanOrEqual(0.25);
        expect(pace).toBeLessThanOrEqual(4);
      }),
    );
  });
});

test("twenty times between answers make a pace, nineteen none", () => {
  expect(measurePace(row(20, 30), { words, states: old })).toBeNull();
  expect(measurePace(row(21, 30), { words, states: old })).not.toBeNull();
});

test("a pause is no time taken; three minutes are still one answer's", () => {
  const first = row(30, 20);
  const last = first.at(-1)?.at ?? 0;
  const pace = measurePace(first, { words, states: old });
  const after = (gap: number) => [...first, review("card50", last + gap)];
  expect(measurePace(after(180_001), { words, states: old })).toBe(pace);
  expect(measurePace(after(180_000), { words, states: old })).toBeGreaterThan(pace ?? 0);
});

test("answers of a quiz, of another device and to cards that are gone say nothing", () => {
  expect(measurePace(row(40, 20, "quiz"), { words, states: old })).toBeNull();
  const turns = row(40, 20).map((one, i) => ({ ...one, device: i % 2 === 0 ? "d" : "e" }));
  expect(measurePace(turns, { words, states: old })).toBeNull();
  expect(measurePace(row(40, 20), { words: new Map(), states: old })).toBeNull();
});

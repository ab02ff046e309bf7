import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsAMinute } from "#core/content/reading-time";
import { studyMinutes } from "./study-minutes";

const long = { ask: wordsAMinute, tell: 2 * wordsAMinute };
const words = new Map(Array.from({ length: 40 }, (_, i) => [`c${i}`, long] as const));
const ids = [...words.keys()];

describe("laws", () => {
  test("more cards never take less, and a slower pace never less", () => {
    const count = fc.nat(19);
    fc.assert(
      fc.property(count, count, fc.double({ min: 0.25, max: 3, noNaN: true }), (a, b, pace) => {
        const work = { fresh: ids.slice(0, a), known: ids.slice(20, 20 + b) };
        const more = { fresh: ids.slice(0, a + 1), known: ids.slice(20, 21 + b) };
        const minutes = studyMinutes(work, { words, pace });
        expect(studyMinutes(more, { words, pace })).toBeGreaterThanOrEqual(minutes);
        expect(studyMinutes(work, { words, pace: pace + 1 })).toBeGreaterThanOrEqual(minutes);
        expect(studyMinutes(work, { words, pace: pace * 2 })).toBeGreaterThanOrEqual(minutes);
      }),
    );
  });
});

test("a known card is its question and an answer; a new one is asked twice and read once", () => {
  // A minute and 12 seconds each time it is asked, two minutes for its back.
  const pace = 1;
  expect(studyMinutes({ fresh: [], known: ids.slice(0, 10) }, { words, pace })).toBe(12);
  expect(studyMinutes({ fresh: ids.slice(0, 10), known: [] }, { words, pace })).toBe(44);
});

test("anything at all takes a minute", () => {
  expect(studyMinutes({ fresh: [], known: ["gone"] }, { words, pace: 1 })).toBe(1);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewFact } from "./fold-card";
import { foldLog } from "./fold-log";
import { randomLog } from "./random-log";
import { addTotals, bandOf, type DailyTotal, longestDuration, totalKey, totalsOf } from "./totals";

const topicOf = (fact: ReviewFact): string => (fact.card < "c" ? "lxc" : "docker");
const logs = fc.record({ seed: fc.nat(), length: fc.nat(80) }).map(randomLog);
const totalsOfLog = (entries: Parameters<typeof foldLog>[0]): DailyTotal[] =>
  [...foldLog(entries, 0.9).facts.values()].flatMap((facts) => totalsOf(facts, topicOf));

const fact: ReviewFact = {
  id: "1",
  card: "a",
  kind: "recall",
  studyDay: 20_000,
  mode: "study",
  phaseBefore: "review",
  stabilityBefore: 10,
  retrievabilityBefore: 0.9,
  rating: "good",
  passed: true,
  first: true,
  introduced: false,
  duration: 5000,
};
const one = (change: Partial<ReviewFact>) => totalsOf([{ ...fact, ...change }], topicOf)[0];

describe("laws of the totals", () => {
  it("adding keeps its lists as they are and gives each key once", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const totals = totalsOfLog(entries);
        const copy = structuredClone(totals);
        const added = addTotals(totals, totals);
        expect(totals).toEqual(copy);
        expect(new Set(added.map(totalKey)).size).toBe(added.length);
      }),
    );
  });

  it("what passed is among what was reviewed, what tells retention among both", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        for (const total of addTotals(totalsOfLog(entries))) {
          expect(total.passed).toBeLessThanOrEqual(total.reviews);
          expect(total.first).toBeLessThanOrEqual(total.reviews);
          expect(total.firstPassed).toBeLessThanOrEqual(Math.min(total.first, total.passed));
          if (total.band === "new") expect(total.first).toBe(0);
          if (total.mode === "quiz") expect(total.introduced).toBe(0);
        }
      }),
    );
  });
});

describe("totalsOf", () => {
  it("tells true retention by the day's first review of a card in phase review", () => {
    expect(one({})).toMatchObject({ reviews: 1, first: 1, firstPassed: 1 });
    expect(one({ passed: false })).toMatchObject({ first: 1, firstPassed: 0, passed: 0 });
    expect(one({ first: false })).toMatchObject({ reviews: 1, first: 0, firstPassed: 0 });
    expect(one({ phaseBefore: "relearning" })).toMatchObject({ first: 0, band: "new" });
  });

  it("lets one answer add no more than two minutes, and never less than nothing", () => {
    expect(one({ duration: 9e9 })?.duration).toBe(longestDuration);
    expect(one({ duration: -5 })?.duration).toBe(0);
  });

  it("keeps day, topic, kind, band and mode apart", () => {
    const facts: ReviewFact[] = [
      fact,
      { ...fact, studyDay: 20_001 },
      { ...fact, card: "c" },
      { ...fact, stabilityBefore: 3 },
      { ...fact, mode: "quiz" },
      { ...fact, kind: "choice" },
      fact,
    ];
    const totals = totalsOf(facts, topicOf);
    expect(totals.map((total) => total.reviews)).toEqual([2, 1, 1, 1, 1, 1]);
  });
});

it.each([
  ["new", null, "new"],
  ["learning", 3, "new"],
  ["relearning", 50, "new"],
  ["review", 6.99, "young"],
  ["review", 7, "month"],
  ["review", 30, "month"],
  ["review", 30.01, "old"],
] as const)("a card in phase %s of stability %s is %s", (phaseBefore, stabilityBefore, band) => {
  expect(bandOf({ phaseBefore, stabilityBefore })).toBe(band);
});

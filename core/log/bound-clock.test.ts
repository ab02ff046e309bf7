import { describe, expect, it } from "vitest";
import { boundMoment, entryAt } from "./bound-clock";
import { inLogOrder } from "./order";
import { randomLog, reviewWith } from "./random-log";

const received = Date.UTC(2026, 0, 5, 12);
const minute = 60_000;
const floor = Date.UTC(2020, 0, 1);

describe("boundMoment", () => {
  it.each([
    ["a minute ahead", received + minute, received + minute],
    ["more than a minute ahead", received + minute + 1, received + minute],
    ["years ahead", Date.UTC(2099, 0, 1), received + minute],
    ["long offline", Date.UTC(2024, 5, 1), Date.UTC(2024, 5, 1)],
    ["at the floor", floor, floor],
    ["reset to 1970", 0, floor],
  ])("takes a clock %s", (_, at, counts) => {
    expect(boundMoment(at, received)).toBe(counts);
  });

  it("never turns the order of one device's entries round", () => {
    const log = inLogOrder(randomLog({ seed: 7, length: 200 }));
    const bounded = log.map(({ at }, i) => boundMoment(at * (i % 3), received + i));
    const plain = log.map(({ at }, i) => at * (i % 3));
    for (const [i, at] of plain.entries()) {
      const next = plain[i + 1] ?? Number.POSITIVE_INFINITY;
      if (next >= at) expect(bounded[i + 1] ?? next).toBeGreaterThanOrEqual(bounded[i] ?? 0);
    }
  });
});

describe("entryAt", () => {
  it("takes a review's study day along, and leaves what stands right as it is", () => {
    const review = reviewWith({ id: "r", at: Date.UTC(2099, 0, 1), utcOffset: 120 });
    expect(entryAt(review, received)).toEqual(
      reviewWith({ id: "r", at: received, utcOffset: 120 }),
    );
    expect(entryAt(review, review.at)).toBe(review);
  });
});

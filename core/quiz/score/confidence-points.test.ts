import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Confidence } from "#core/log/types";
import {
  type CertaintyAnswer,
  certaintyMarks,
  certaintyPoints,
  confidences,
  payingShare,
} from "./confidence-points";

const given = (
  verdict: CertaintyAnswer["verdict"],
  confidence: Confidence | null,
  overruled = false,
): CertaintyAnswer => ({ verdict, confidence, overruled });

const answers = fc.array(
  fc.option(
    fc.record({
      verdict: fc.constantFrom("correct" as const, "partly" as const, "wrong" as const),
      confidence: fc.option(fc.constantFrom(...confidences)),
      overruled: fc.boolean(),
    }),
  ),
);

describe("laws of the points", () => {
  it("add up over the questions, and stay within what can be won and lost", () => {
    fc.assert(
      fc.property(answers, answers, (some, others) => {
        const both = certaintyPoints([...some, ...others]);
        const [one, other] = [certaintyPoints(some), certaintyPoints(others)];
        expect(both.total).toBe(one.total + other.total);
        expect(both.possible).toBe(one.possible + other.possible);
        expect(both.total).toBeLessThanOrEqual(both.possible);
        expect(both.total).toBeGreaterThanOrEqual(-2 * both.possible);
      }),
    );
  });

  it("pay most for the confidence in whose share the learner's own lies", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const worth = (confidence: Confidence) => {
          const { right, wrong } = certaintyMarks[confidence];
          return share * right + (1 - share) * wrong;
        };
        const best = Math.max(...confidences.map(worth));
        const own = confidences.find((one) => share <= payingShare(one).to) ?? 3;
        expect(worth(own)).toBeCloseTo(best, 9);
      }),
    );
  });

  it("part all shares among the confidences at 2/3 and 4/5", () => {
    const shares = confidences.map(payingShare);
    const ends = [0, 2 / 3, 4 / 5, 1];
    for (const [place, { from, to }] of shares.entries()) {
      expect(from).toBeCloseTo(ends[place] ?? -1, 12);
      expect(to).toBeCloseTo(ends[place + 1] ?? -1, 12);
    }
  });
});

describe("certaintyPoints", () => {
  it.each([
    [given("correct", 1), 1],
    [given("wrong", 1), 0],
    [given("correct", 2), 2],
    [given("wrong", 2), -2],
    [given("correct", 3), 3],
    [given("wrong", 3), -6],
    [given("correct", null), 1],
    [given("wrong", null), 0],
    [given("partly", 3), -6],
    [given("wrong", 3, true), 3],
    [null, 0],
  ])("of %j are %i", (answer, total) => {
    expect(certaintyPoints([answer])).toEqual({ total: total + 0, possible: 3 });
  });

  it("are nothing of nothing", () => {
    expect(certaintyPoints([])).toEqual({ total: 0, possible: 0 });
  });
});

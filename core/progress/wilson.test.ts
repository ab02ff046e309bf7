import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "./wilson";

const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((count) => fc.record({ count: fc.constant(count), right: fc.nat(count) }));

describe("laws of the interval", () => {
  it("holds the rate, within 0 and 1, and is never a point", () => {
    fc.assert(
      fc.property(counted, ({ right, count }) => {
        const { rate, low, high } = wilson(right, count);
        expect(rate).toBe(right / count);
        expect(low - 1e-9 <= rate && rate <= high + 1e-9).toBe(true);
        expect(low >= 0 && high <= 1 && low < high).toBe(true);
      }),
    );
  });

  it("is the same seen from what was wrong", () => {
    fc.assert(
      fc.property(counted, ({ right, count }) => {
        const one = wilson(right, count);
        const other = wilson(count - right, count);
        expect(other.low).toBeCloseTo(1 - one.high, 9);
        expect(other.high).toBeCloseTo(1 - one.low, 9);
      }),
    );
  });

  it("rises with each right answer, and narrows with more of the same", () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 2, max: 9 }), ({ right, count }, times) => {
        const one = wilson(right, count);
        expect(wilson(right * times, count * times).margin).toBeLessThan(one.margin);
        if (right === count) return;
        const better = wilson(right + 1, count);
        expect(better.low).toBeGreaterThan(one.low);
        expect(better.high).toBeGreaterThan(one.high);
      }),
    );
  });
});

describe("wilson", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [10, 10, 0.7225, 1],
    [15, 148, 0.0624, 0.1605],
  ])("gives the published interval of %i of %i", (right, count, low, high) => {
    expect(wilson(right, count).low).toBeCloseTo(low, 3);
    expect(wilson(right, count).high).toBeCloseTo(high, 3);
  });

  it.each([
    [0, 0],
    [-1, 4],
    [5, 4],
  ])("measures nothing from %i of %i", (right, count) => {
    expect(() => wilson(right, count)).toThrow(`${right} of ${count}`);
  });
});

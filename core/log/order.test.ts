import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEntries, inLogOrder, type Placed } from "./order";

const placed: fc.Arbitrary<Placed> = fc.record({
  at: fc.nat(3),
  device: fc.constantFrom("phone", "Phone", "laptop"),
  sequence: fc.nat(3),
  id: fc.string({ maxLength: 2 }),
});

describe("compareEntries", () => {
  it("is a total order: only the same place compares as equal", () => {
    fc.assert(
      fc.property(placed, placed, placed, (a, b, c) => {
        expect(Math.sign(compareEntries(a, b))).toBe(0 - Math.sign(compareEntries(b, a)));
        expect(compareEntries(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
        if (compareEntries(a, b) <= 0 && compareEntries(b, c) <= 0) {
          expect(compareEntries(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("time first, then device, then running number, then id", () => {
    const entries: Placed[] = [
      { at: 2, device: "a", sequence: 1, id: "a" },
      { at: 1, device: "b", sequence: 1, id: "a" },
      { at: 1, device: "a", sequence: 2, id: "a" },
      { at: 1, device: "a", sequence: 1, id: "b" },
      { at: 1, device: "a", sequence: 1, id: "a" },
    ];
    const arrived = [...entries];
    expect(inLogOrder(entries)).toEqual([...entries].reverse());
    expect(entries).toEqual(arrived);
  });
});

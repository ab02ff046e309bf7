import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashSeed, randomFrom, shuffled } from "./random";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe("randomFrom", () => {
  it("gives the same numbers for the same seed, all from 0 to below 1", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const one = randomFrom(seed);
        const other = randomFrom(seed);
        for (let i = 0; i < 20; i++) {
          const number = one();
          expect(number).toBe(other());
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
  });

  it("is mulberry32", () => {
    const random = randomFrom(1);
    expect([random(), random(), random()].map((n) => Math.round(n * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ]);
  });

  it("spreads evenly", () => {
    const random = randomFrom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) {
      const tenth = Math.floor(random() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe("shuffled", () => {
  it("keeps every item, leaves the given list alone and repeats itself", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), seeds, (items, seed) => {
        const before = [...items];
        const result = shuffled(items, seed);
        expect(items).toEqual(before);
        expect(result).toEqual(shuffled(items, seed));
        expect([...result].sort()).toEqual([...items].sort());
      }),
    );
  });

  it("puts each item in each place about equally often", () => {
    const places = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      shuffled(["a", "b", "c", "d"], hashSeed(`quiz:${seed}`)).forEach((item, place) => {
        places.set(`${item}${place}`, (places.get(`${item}${place}`) ?? 0) + 1);
      });
    }
    expect(places.size).toBe(16);
    for (const count of places.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe("hashSeed", () => {
  it("is a whole number of 32 bits, the same for the same text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seed = hashSeed(text);
        expect(seed).toBe(hashSeed(text));
        expect(seed).toBe(seed >>> 0);
      }),
    );
  });

  it("tells texts apart that differ in one character", () => {
    const seeds = new Set<number>();
    for (let i = 0; i < 10_000; i++) seeds.add(hashSeed(`card-${i}`));
    expect(seeds.size).toBe(10_000);
  });
});

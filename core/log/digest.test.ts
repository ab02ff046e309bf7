import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled } from "#core/random";
import type { ScheduledState } from "#core/scheduling/types";
import {
  type Compared,
  comparedOf,
  digestOf,
  digestsOf,
  type Holding,
  isKept,
  overallDigest,
} from "./digest";
import { unseenState } from "./fold-card";
import { foldLog } from "./fold-log";
import { randomLog, reviewWith, voidOf } from "./random-log";
import type { StateChange } from "./sync-types";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** What follows from a log, as both sides hold it. */
function holdingOf(seed: number): Holding {
  const log = randomLog({ seed, length: 40 });
  const states = [...foldLog(log).states].map(([card, state]) => ({ card, state }));
  return { entries: log.map(comparedOf), states };
}

const overallOf = (holding: Holding) => overallDigest(digestsOf(holding));

/** A card in phase review. */
function scheduled(change: Partial<ScheduledState> = {}): StateChange {
  const numbers = { stability: 3.2, difficulty: 5.1, due: 9, dueDay: 1, step: 0, reps: 2 };
  const last = { lapses: 0, lastReview: 4, lastDay: 0, utcOffset: 60, missed: false, folded: 2 };
  return { card: "a", state: { phase: "review", ...numbers, ...last, ...change } };
}

describe("the digests of what a side holds", () => {
  it("are the same in any order", () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const { entries, states } = holdingOf(seed);
        const other = { entries: shuffled(entries, order), states: shuffled(states, order) };
        expect(overallOf(other)).toBe(overallOf({ entries, states }));
      }),
    );
  });

  it("tell one entry that is missing, doubled or changed, by its card and no other", () => {
    fc.assert(
      fc.property(seeds, fc.nat(39), (seed, place) => {
        const { entries, states } = holdingOf(seed);
        const one = entries[place];
        if (!one) throw new Error("The log has 40 entries");
        const others = entries.filter((entry) => entry !== one);
        const right = digestsOf({ entries, states });
        const changes: readonly Compared[][] = [
          [],
          [one, one],
          [{ ...one, id: `${one.id}x` }],
          [{ ...one, at: one.at + 1 }],
          [{ ...one, rating: one.rating === "easy" ? "hard" : "easy" }],
        ];
        for (const change of changes) {
          const wrong = digestsOf({ entries: [...others, ...change], states });
          expect(wrong.get(one.card)).not.toBe(right.get(one.card));
          expect(overallDigest(wrong)).not.toBe(overallDigest(right));
          for (const [card, digest] of right) {
            if (card !== one.card) expect(wrong.get(card)).toBe(digest);
          }
        }
      }),
    );
  });

  it("tell an entry that stands under another card", () => {
    const review = comparedOf(reviewWith({ id: "r" }));
    const moved = { ...review, card: "other" };
    expect(overallOf({ entries: [moved], states: [] })).not.toBe(
      overallOf({ entries: [review], states: [] }),
    );
  });

  it("tell every number of a state, to its last bit", () => {
    const digest = (change: StateChange) => overallOf({ entries: [], states: [change] });
    const right = scheduled();
    const names = Object.keys(right.state).filter((name) => name !== "phase" && name !== "missed");
    for (const name of names) {
      const before = Reflect.get(right.state, name) as number;
      const after = before + (before || 1) * Number.EPSILON;
      const wrong = scheduled({ [name]: after });
      expect([name, digest(wrong) === digest(right)]).toEqual([name, false]);
      expect(digest(JSON.parse(JSON.stringify(wrong)))).toBe(digest(wrong));
    }
    for (const wrong of [scheduled({ missed: true }), { ...right, card: "b" }]) {
      expect(digest(wrong)).not.toBe(digest(right));
    }
    expect(digest({ card: "a", state: unseenState })).not.toBe(digest(right));
  });

  it("take a card of which it was heard that there is nothing for none", () => {
    const states = [{ card: "a", state: unseenState }];
    expect(digestsOf({ entries: [], states })).toEqual(new Map());
    const missed = [{ card: "a", state: { ...unseenState, missed: true, folded: 1 } }];
    expect(digestsOf({ entries: [], states: missed }).size).toBe(1);
  });

  it("put reviews and voids under their card, all others together", () => {
    const review = reviewWith({ id: "r", card: "a" });
    expect([review, voidOf(review)].map((entry) => comparedOf(entry).card)).toEqual(["a", "a"]);
    const place = { id: "s", device: "phone", sequence: 1, at: 1 };
    const setting = { ...place, type: "setting", key: "newPerDay", value: 3 } as const;
    expect(comparedOf(setting)).toEqual({ id: "s", card: "", at: 1, rating: null });
  });
});

describe("digestOf", () => {
  it("counts, and tells different lists apart", () => {
    expect(digestOf([])).toBe("0-0-0");
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        const same = JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
        expect(digestOf(a) === digestOf(b)).toBe(same);
      }),
    );
  });

  it("does not meet itself among many like ids", () => {
    const ids = Array.from({ length: 100_000 }, (_, place) => `learner-1-${place}`);
    expect(new Set(ids.map((id) => digestOf([id]))).size).toBe(ids.length);
  });

  it("is the same on every machine and in every version", () => {
    expect(digestOf(["one", "two"])).toBe("2-1cblucs-kklg99");
  });
});

describe("isKept", () => {
  it("holds from the moment on, and for whatever has no card at any time", () => {
    expect([4, 5, 6].map((at) => isKept({ card: "a", at }, 5))).toEqual([false, true, true]);
    expect(isKept({ card: "", at: 0 }, 5)).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecast } from "#core/progress/forecast";
import { knownState, madeNow, madeQueue } from "./made-queue";
import { nextDue } from "./next-due";
import { buildQueue, inTurn } from "./queue";
import type { CardState, Marks } from "./types";

const today = madeNow.studyDay;
const fresh = (marks: Marks): CardState => ({ phase: "new", missed: false, folded: 1, marks });
const known = (marks: Marks): CardState => knownState({ marks });
const learning = (marks: Marks): CardState => knownState({ phase: "learning", marks });
const tomorrow = { ...madeNow, ms: madeNow.ms + 86_400_000, studyDay: today + 1 };

/** Every card of a queue, those in their steps too. */
function cardsOf(...given: Parameters<typeof madeQueue>): string[] {
  const queue = buildQueue(madeQueue(...given));
  return [...inTurn(queue), ...queue.learning.map(({ card }) => card)].sort();
}

const anyMarks = fc.record(
  {
    suspended: fc.constant(true as const),
    buriedOn: fc.integer({ min: today - 2, max: today + 400 }),
    dueDay: fc.integer({ min: today - 3, max: today + 3 }),
    flag: fc.constantFrom("orange", "green", "blue", "yellow"),
  },
  { requiredKeys: [] },
);
const anyState = fc.tuple(fc.constantFrom(fresh, known, learning), anyMarks);

describe("what a learner set aside", () => {
  it("never comes while it is suspended, and comes again as before when it is not", () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 6 }), (given) => {
        const letters = "abcdef".slice(0, given.length);
        const states = (without: boolean) =>
          Object.fromEntries(
            given.map(([make, { suspended, ...rest }], place) => {
              const marks = without || !suspended ? rest : { ...rest, suspended };
              return ["abcdef"[place] ?? "", make(marks)];
            }),
          );
        const aside = given.flatMap(([, { suspended }], n) => (suspended ? ["abcdef"[n]] : []));
        const without = cardsOf(letters, states(true));
        expect(cardsOf(letters, states(false))).toEqual(
          without.filter((card) => !aside.includes(card)),
        );
      }),
    );
  });

  it("does not come on the day on which it was buried, and comes on the next", () => {
    for (const make of [fresh, known, learning]) {
      const states = { a: make({ buriedOn: today }) };
      expect(cardsOf("ab", states)).toEqual(["b"]);
      expect(cardsOf("ab", states, { now: tomorrow })).toEqual(["a", "b"]);
    }
  });

  it("is not kept away for a year by a clock that was a year ahead", () => {
    expect(cardsOf("a", { a: known({ buriedOn: today + 365 }) })).toEqual(["a"]);
  });

  it("leaves its place among the day's cards to others", () => {
    const settings = { newPerDay: 2, reviewsPerDay: 1 };
    const states = { a: fresh({ suspended: true }), d: known({ suspended: true }), e: known({}) };
    const input = madeQueue("abcde", states, { settings });
    expect(buildQueue(input)).toMatchObject({ fresh: ["b", "c"], due: ["e"] });
  });

  it("is no reason to come back, and nothing to be expected", () => {
    const states = { a: fresh({ suspended: true }), b: known({ suspended: true }) };
    expect(nextDue(madeQueue("ab", states))).toBeNull();
    const cards = [...madeQueue("ab").cards];
    const index = { cards } as unknown as Parameters<typeof forecast>[0]["index"];
    const { days } = forecast({ index, states: new Map(Object.entries(states)), today });
    expect(days.some(({ due }) => due > 0)).toBe(false);
  });
});

describe("a new card with a chosen day", () => {
  it("waits for it, and comes before other new cards then, past the day's limit", () => {
    const settings = { newPerDay: 1, reviewsPerDay: 9 };
    const states = { c: fresh({ dueDay: today + 1 }) };
    expect(cardsOf("abc", states, { settings })).toEqual(["a"]);
    const queue = buildQueue(madeQueue("abc", states, { settings, now: tomorrow }));
    expect(inTurn(queue)).toEqual(["c"]);
  });

  it("is what the learner waits for where there is nothing else", () => {
    const next = nextDue(madeQueue("a", { a: fresh({ dueDay: today + 9 }) }));
    expect(next).toMatchObject({ when: "day", studyDay: today + 9 });
  });
});

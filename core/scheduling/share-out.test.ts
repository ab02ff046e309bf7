import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retrievability, worthOfReview } from "./fsrs";
import { knownState, madeNow } from "./made-queue";
import { type Known, shareOut } from "./share-out";

const today = madeNow.studyDay;
const seconds = (_: string, isNew: boolean) => (isNew ? 75 : 20);

const dueCards = fc
  .array(
    fc.record({
      stability: fc.double({ min: 0.2, max: 300, noNaN: true }),
      ago: fc.integer({ min: 1, max: 200 }),
      difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(({ ago, ...rest }, i): Known => {
      return { card: `d${i}`, state: knownState({ ...rest, lastDay: today - ago, dueDay: today }) };
    }),
  );
const rooms = fc.record({
  reviews: fc.nat(40),
  fresh: fc.nat(10),
  hasReviews: fc.boolean(),
  minutes: fc.option(fc.integer({ min: 0, max: 20 })),
  canWaitFrom: fc.double({ min: 0.6, max: 0.9, noNaN: true }),
});
const unseen = [..."abcdefgh"];
const idsOf = (known: readonly Known[]) => known.map(({ card }) => card);

function shared(due: readonly Known[], { minutes, canWaitFrom, ...room }: Room) {
  const whole = (minutes ?? 0) * 60;
  const time = minutes === null ? null : { left: whole, whole, canWaitFrom, secondsOf: seconds };
  return shareOut(due, unseen, { ...room, time, studyDay: today });
}
type Room = typeof rooms extends fc.Arbitrary<infer T> ? T : never;

describe("laws of a day that is shared out", () => {
  it("takes each card once, within the numbers, and of new ones the first", () => {
    fc.assert(
      fc.property(dueCards, rooms, (due, room) => {
        const { due: taken, fresh, later } = shared(due, room);
        const all = [...idsOf(taken), ...later];
        expect(new Set(all).size).toBe(all.length);
        expect(taken.length).toBeLessThanOrEqual(room.reviews);
        expect(fresh).toEqual(unseen.slice(0, fresh.length));
        expect(fresh.length).toBeLessThanOrEqual(room.fresh);
      }),
    );
  });

  it("goes beyond the minutes by one card at most, and leaves none of them where more is there", () => {
    fc.assert(
      fc.property(dueCards, rooms, (due, room) => {
        if (room.minutes === null) return;
        const { due: taken, fresh } = shared(due, room);
        const costs = [...idsOf(taken).map(() => 20), ...fresh.map(() => 75)];
        const spent = costs.reduce((sum, one) => sum + one, 0);
        expect(spent).toBeLessThan(room.minutes * 60 + 75);
        const isAllReviews = taken.length === Math.min(due.length, room.reviews);
        if (!isAllReviews) expect(spent).toBeGreaterThanOrEqual(room.minutes * 60);
      }),
    );
  });

  it("brings nothing new while something presses that it has no room for", () => {
    fc.assert(
      fc.property(dueCards, rooms, (due, room) => {
        const { fresh, later } = shared(due, { ...room, hasReviews: true });
        if (later.length > 0) expect(fresh).toEqual([]);
      }),
    );
  });

  it("what it leaves to later gains no more than what it takes of the same kind", () => {
    fc.assert(
      fc.property(dueCards, rooms, (due, room) => {
        const { due: taken, later } = shared(due, room);
        const gain = ({ state }: Known) => worthOfReview(state, today).gain;
        const left = due.filter(({ card }) => later.includes(card));
        const least = Math.min(...taken.map(gain));
        for (const one of left) expect(gain(one)).toBeLessThanOrEqual(least);
      }),
    );
  });

  it("lets only those wait unsaid that are likely to be recalled", () => {
    fc.assert(
      fc.property(dueCards, rooms, (due, room) => {
        const { due: taken, later } = shared(due, room);
        const seen = new Set([...idsOf(taken), ...later]);
        for (const { card, state } of due) {
          if (seen.has(card)) continue;
          expect(room.minutes).not.toBeNull();
          expect(retrievability(state, { studyDay: today })).toBeGreaterThanOrEqual(
            room.canWaitFrom,
          );
        }
      }),
    );
  });
});

it("gains little of what is sure and little of what is as good as forgotten", () => {
  const gain = (ago: number) =>
    worthOfReview(knownState({ stability: 10, lastDay: today - ago }), today).gain;
  expect(gain(10)).toBeGreaterThan(gain(1));
  expect(gain(300)).toBeGreaterThan(gain(30_000_000));
});

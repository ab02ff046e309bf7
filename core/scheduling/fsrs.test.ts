import fc from "fast-check";
import { createEmptyCard, FSRS, type Card as LibraryCard, State } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { type Rating, ratings } from "#core/log/types";
import { outlooks, plainInterval, reschedule, retrievability, stepOne } from "./fsrs";
import { momentOf, msPerDay, msPerMinute } from "./study-day";
import type { CardState, Moment, ScheduledState } from "./types";

const fresh: CardState = { phase: "new", missed: false, folded: 0 };
const start = Date.UTC(2026, 0, 5, 9);
const at = (ms: number, utcOffset = 0): Moment => momentOf({ ms, utcOffset });

const aRating = fc.constantFrom(...ratings);
const retentions = fc.integer({ min: 70, max: 97 }).map((percent) => percent / 100);
const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
/** Milliseconds between two reviews: seconds, minutes, hours, days or months. */
const gaps = fc.oneof(
  fc.nat(20 * msPerMinute),
  fc.nat(2 * msPerDay),
  fc.nat(400).map((days) => days * msPerDay),
);
const histories = fc.array(fc.record({ rating: aRating, gap: gaps }), { maxLength: 25 });
type Histories = typeof histories extends fc.Arbitrary<infer T> ? T : never;

function play(card: string, history: Histories, retention = 0.9, utcOffset = 0): CardState {
  let state: CardState = fresh;
  let ms = start;
  for (const { rating, gap } of history) {
    ms += gap;
    state = stepOne({ card, state, at: at(ms, utcOffset), retention }, rating);
  }
  return state;
}

describe("laws of the outlooks", () => {
  it("one step is the outlook of its rating, whenever it is asked", () => {
    fc.assert(
      fc.property(histories, retentions, offsets, (history, retention, utcOffset) => {
        const state = play("c", history, retention, utcOffset);
        const input = { card: "c", state, at: at(start + 9e11, utcOffset), retention };
        const four = outlooks(input);
        for (const rating of ratings) {
          expect(four[rating].rating).toBe(rating);
          expect(four[rating].state).toEqual(stepOne(input, rating));
          expect(four[rating].wait).toBe(four[rating].state.due - input.at.ms);
          expect(four[rating].wait).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("easy waits no less than good, good no less than hard, hard no less than again", () => {
    fc.assert(
      fc.property(histories, retentions, gaps, fc.uuid(), (history, retention, gap, card) => {
        const state = play(card, history, retention);
        const from = state.phase === "new" ? start : state.lastReview;
        const { again, hard, good, easy } = outlooks({
          card,
          state,
          at: at(from + gap),
          retention,
        });
        expect(easy.wait).toBeGreaterThanOrEqual(good.wait);
        expect(good.wait).toBeGreaterThanOrEqual(hard.wait);
        expect(hard.wait).toBeGreaterThanOrEqual(again.wait);
        expect(easy.state.stability).toBeGreaterThanOrEqual(good.state.stability);
        expect(good.state.stability).toBeGreaterThanOrEqual(hard.state.stability);
        expect(hard.state.stability).toBeGreaterThanOrEqual(again.state.stability);
      }),
    );
  });

  it("the memory does not know the desired retention, nor the card's id", () => {
    fc.assert(
      fc.property(histories, retentions, retentions, (history, one, other) => {
        const blind = { due: 0, dueDay: 0 };
        expect({ ...play("a", history, one), ...blind }).toEqual({
          ...play("b", history, other),
          ...blind,
        });
      }),
    );
  });

  it("rescheduling gives what the whole fold with that retention gives", () => {
    fc.assert(
      fc.property(histories, retentions, retentions, fc.uuid(), (history, one, other, card) => {
        const folded = play(card, history, other);
        expect(reschedule(card, play(card, history, one), other)).toEqual(folded);
        expect(reschedule(card, folded, other)).toEqual(folded);
      }),
    );
  });

  it("the time of day moves nothing but the time of day", () => {
    fc.assert(
      fc.property(histories, fc.nat(18 * 3_600_000), (history, later) => {
        // 9 to 3 in the night: one study day.
        const state = play("c", history);
        const from = state.phase === "new" ? start : state.lastReview;
        const morning = at(momentOf({ ms: from, utcOffset: 0 }).studyDay * msPerDay + 9 * 3.6e6);
        const one = stepOne({ card: "c", state, at: morning, retention: 0.9 }, "good");
        const evening = at(morning.ms + later);
        const two = stepOne({ card: "c", state, at: evening, retention: 0.9 }, "good");
        expect(two.stability).toBe(one.stability);
        expect(two.difficulty).toBe(one.difficulty);
        if (one.phase === "review") expect(two.dueDay).toBe(one.dueDay);
      }),
    );
  });

  it("time that stands still or runs backwards breaks nothing", () => {
    fc.assert(
      fc.property(histories, aRating, fc.nat(900 * msPerDay), (history, rating, back) => {
        const state = play("c", [{ rating: "good", gap: 0 }, ...history]);
        const then = state.phase === "new" ? start : state.lastReview;
        const next = stepOne({ card: "c", state, at: at(then - back), retention: 0.9 }, rating);
        expect(next.stability).toBeGreaterThan(0);
        expect(next.dueDay).toBeGreaterThanOrEqual(next.lastDay);
        expect(retrievability(next, at(then - 2 * back))).toBe(1);
      }),
    );
  });
});

describe("laws of the interval", () => {
  it("at the desired retention 0.9 it is the stability, rounded", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 36_500, noNaN: true }), (stability) => {
        expect(plainInterval(stability, 0.9)).toBe(Math.max(1, Math.round(stability)));
      }),
    );
  });

  it("the higher the desired retention, the sooner; at its end recall is about that high", () => {
    fc.assert(
      fc.property(retentions, retentions, fc.integer({ min: 30, max: 3000 }), (a, b, stability) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const longer = plainInterval(stability, low);
        expect(longer).toBeGreaterThanOrEqual(plainInterval(stability, high));
        if (longer === 36_500) return;
        const state = { ...scheduled("c", "easy"), stability, lastDay: 0 };
        expect(retrievability(state, { studyDay: longer })).toBeCloseTo(low, 2);
      }),
    );
  });

  it("fuzz stays within a tenth and a day or so, and uses the room it has", () => {
    const waits = new Set<number>();
    for (let i = 0; i < 500; i++) {
      const state = { ...scheduled(`card-${i}`, "easy"), stability: 100 };
      const again = reschedule(`card-${i}`, state, 0.9);
      if (again.phase !== "new") waits.add(again.dueDay - again.lastDay);
    }
    // 1 + 0.15 * 4.5 + 0.1 * 13 + 0.05 * 80 days to each side.
    expect([...waits].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => 93 + i));
  });

  it("fuzz may shorten an interval, whatever the card waited for before", () => {
    const waits = new Set<number>();
    for (let i = 0; i < 100; i++) {
      const state = { ...scheduled(`card-${i}`, "easy"), stability: 12, lastDay: 500 };
      const again = reschedule(`card-${i}`, state, 0.9);
      if (again.phase !== "new") waits.add(again.dueDay - again.lastDay);
    }
    expect([...waits].sort((a, b) => a - b)).toEqual([10, 11, 12, 13, 14]);
  });

  it("fuzz knows the card and the number of reviews, nothing else", () => {
    const state = { ...scheduled("c", "easy"), stability: 500 };
    const days = (card: string, reps: number, change: Partial<ScheduledState> = {}) => {
      const next = reschedule(card, { ...state, reps, ...change }, 0.9);
      return next.phase === "new" ? 0 : next.dueDay - next.lastDay;
    };
    const other = { difficulty: 3, lastDay: 30_000, lastReview: 5, lapses: 4, utcOffset: 60 };
    expect(days("c", 4, other)).toBe(days("c", 4));
    const cards = new Set(Array.from({ length: 30 }, (_, i) => days(`c${i}`, 4)));
    const reviews = new Set(Array.from({ length: 30 }, (_, i) => days("c", i)));
    expect(Math.min(cards.size, reviews.size)).toBeGreaterThan(10);
  });
});

describe("agreement with ts-fsrs's own scheduler, given its kind of day", () => {
  const library = new FSRS({ enable_fuzz: false });
  const phases = { new: State.New, learning: State.Learning, review: State.Review };
  const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

  it("memory, phase, steps, lapses and waits of steps are the same over any history", () => {
    fc.assert(
      fc.property(histories, offsets, (history, utcOffset) => {
        let state: CardState = fresh;
        let theirs: LibraryCard = createEmptyCard(new Date(start));
        let ms = start;
        for (const { rating, gap } of history) {
          ms += gap;
          // Shifted so that the library's UTC days are study days.
          const shifted = new Date(ms + utcOffset * msPerMinute - 4 * 60 * msPerMinute);
          theirs = library.next(theirs, shifted, grades[rating]).card;
          state = stepOne({ card: "c", state, at: at(ms, utcOffset), retention: 0.9 }, rating);
          expect(state.stability).toBe(theirs.stability);
          expect(state.difficulty).toBe(theirs.difficulty);
          expect(state.reps).toBe(theirs.reps);
          expect(state.lapses).toBe(theirs.lapses);
          expect(state.step).toBe(theirs.learning_steps);
          expect({ ...phases, relearning: State.Relearning }[state.phase]).toBe(theirs.state);
          const wait = theirs.due.getTime() - shifted.getTime();
          if (state.phase !== "review") expect(state.due - ms).toBe(wait);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function scheduled(card: string, rating: Rating, when = at(start)): ScheduledState {
  return stepOne({ card, state: fresh, at: when, retention: 0.9 }, rating);
}

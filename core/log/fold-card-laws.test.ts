import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shuffled } from "#core/random";
import { outlooks, reschedule } from "#core/scheduling/fsrs";
import { appendToState, canAppend, type FoldedCard, foldCard, unseenState } from "./fold-card";
import { entriesByCard } from "./fold-log";
import { inLogOrder } from "./order";
import { randomLog, reviewWith } from "./random-log";
import type { Review, StateEntry } from "./types";

const day = 24 * 3_600_000;
const noon = Date.UTC(2026, 0, 5, 12);

/** All entries of one card, as three devices may have made them. */
const logs = fc
  .record({ seed: fc.nat(), length: fc.nat(40) })
  .map((of) => entriesByCard(randomLog({ ...of, cards: ["a"] })).get("a") ?? []);
const fold = (entries: readonly StateEntry[]): FoldedCard => foldCard("a", entries, 0.9);
const study = (id: string, change: Partial<Review> = {}) =>
  reviewWith({ id, card: "a", ...change });

describe("laws of the fold", () => {
  it("does not depend on the order in which entries arrive", () => {
    fc.assert(
      fc.property(logs, fc.nat(), (entries, seed) => {
        expect(fold(shuffled(entries, seed))).toEqual(fold(entries));
      }),
    );
  });

  it("what is voided is as if it had never been, but for the number of entries", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const voided = new Set(entries.flatMap((e) => (e.type === "void" ? [e.target] : [])));
        const standing = entries.filter((e) => e.type !== "void" && !voided.has(e.id));
        const { state, facts } = fold(entries);
        const without = fold(standing);
        expect({ ...state, folded: 0 }).toEqual({ ...without.state, folded: 0 });
        expect(facts).toEqual(without.facts);
        expect(state.folded).toBe(entries.length);
      }),
    );
  });

  it("one by one gives what all at once gives, wherever an entry may be appended", () => {
    fc.assert(
      fc.property(logs, (entries) => {
        const ordered = inLogOrder(entries);
        ordered.forEach((entry, i) => {
          const before = fold(ordered.slice(0, i));
          if (entry.type !== "review" || !canAppend(before.state, entry)) return;
          const { state, fact } = appendToState(before.state, entry, 0.9);
          expect({ state, facts: [...before.facts, fact] }).toEqual(fold(ordered.slice(0, i + 1)));
        });
      }),
    );
  });

  it("what may be appended may arrive at any time: nothing known stands behind it", () => {
    fc.assert(
      fc.property(logs, fc.nat(), (entries, seed) => {
        const [last, ...known] = shuffled(entries, seed);
        if (last?.type !== "review") return;
        const { state } = fold(known);
        if (!canAppend(state, last)) return;
        expect(appendToState(state, last, 0.9).state).toEqual(fold(entries).state);
      }),
      { numRuns: 500 },
    );
  });

  it("a log without voids and quizzes, with a clock that advances, is always appended", () => {
    const days = fc.array(fc.integer({ min: 1, max: 30 * day }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(days, (gaps) => {
        let at = noon;
        let folded: FoldedCard = { state: unseenState, facts: [] };
        gaps.forEach((gap, i) => {
          at += gap;
          const review = study(`r${i}`, { at });
          expect(canAppend(folded.state, review)).toBe(true);
          const { state, fact } = appendToState(folded.state, review, 0.9);
          folded = { state, facts: [...folded.facts, fact] };
        });
        expect(folded.facts).toHaveLength(gaps.length);
      }),
    );
  });

  it("another desired retention is a rescheduling", () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 70, max: 97 }), (entries, percent) => {
        const retention = percent / 100;
        expect(reschedule("a", fold(entries).state, retention)).toEqual(
          foldCard("a", entries, retention).state,
        );
      }),
    );
  });

  it("folds what the button showed", () => {
    fc.assert(
      fc.property(logs, fc.constantFrom("again", "hard", "good", "easy"), (entries, rating) => {
        const { state } = fold(entries);
        const at = (state.phase === "new" ? noon : state.lastReview) + 9 * day;
        const review = study("last", { at, rating, device: "z", sequence: 9999 });
        const input = { ms: at, utcOffset: 0, studyDay: review.studyDay };
        const shown = outlooks({ card: "a", state, at: input, retention: 0.9 })[rating].state;
        if (entries.some((e) => e.at >= at)) return;
        expect(fold([...entries, review]).state).toEqual(shown);
      }),
    );
  });
});

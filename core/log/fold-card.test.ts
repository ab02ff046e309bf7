import { describe, expect, it } from "vitest";
import { canAppend, type FoldedCard, foldCard } from "./fold-card";
import { reviewWith, voidOf } from "./random-log";
import type { Review, StateEntry } from "./types";

const hour = 3_600_000;
const day = 24 * hour;
const noon = Date.UTC(2026, 0, 5, 12);

const fold = (entries: readonly StateEntry[]): FoldedCard => foldCard("a", entries, 0.9);
const study = (id: string, change: Partial<Review> = {}) =>
  reviewWith({ id, card: "a", ...change });
const quiz = (id: string, change: Partial<Review> = {}) => study(id, { mode: "quiz", ...change });

describe("voids", () => {
  const first = study("1", { rating: "good" });
  const second = study("2", { at: noon + day, rating: "again" });

  it("take back a review that stands after them, or that has not arrived", () => {
    const early = voidOf(second, { at: noon - day });
    expect(fold([early, first, second]).facts.map((fact) => fact.id)).toEqual(["1"]);
    expect(fold([early]).state).toEqual({ phase: "new", missed: false, folded: 1 });
  });

  it("of a card's only review make it new again", () => {
    expect(fold([first, voidOf(first)]).state).toEqual({ phase: "new", missed: false, folded: 2 });
  });

  it("twice take back once, and of an unknown review nothing", () => {
    const twice = [first, second, voidOf(second), voidOf(second, { id: "again" })];
    expect({ ...fold(twice).state, folded: 1 }).toEqual(fold([first]).state);
    const none = fold([first, voidOf(study("elsewhere"))]).state;
    expect({ ...none, folded: 1 }).toEqual(fold([first]).state);
  });

  it("bar the short way: a void may wait for the review that comes", () => {
    const waiting = fold([first, voidOf(second, { at: noon + 1 })]).state;
    expect(canAppend(waiting, second)).toBe(false);
    expect(canAppend(fold([first]).state, second)).toBe(true);
  });
});

describe("quiz answers", () => {
  it("on a new card start no schedule; a wrong one is remembered until it is studied", () => {
    const right = fold([quiz("1", { rating: "good" })]);
    expect(right.state).toEqual({ phase: "new", missed: false, folded: 1 });
    expect(right.facts[0]).toMatchObject({ phaseBefore: "new", introduced: false, passed: true });

    const wrong = [quiz("1", { rating: "again" }), quiz("2", { at: noon + 1, rating: "good" })];
    expect(fold(wrong).state).toEqual({ phase: "new", missed: true, folded: 2 });

    const studied = fold([...wrong, study("3", { at: noon + 2 })]);
    expect(studied.state).toMatchObject({ phase: "learning", missed: false, reps: 1, folded: 3 });
    expect(studied.facts[2]).toMatchObject({ introduced: true });
  });

  it("on a card with a schedule are reviews like any other, and a wrong one is remembered", () => {
    const known = study("1", { rating: "easy" });
    const at = noon + 20 * day;
    for (const rating of ["again", "good"] as const) {
      const byQuiz = fold([known, quiz("2", { at, rating })]).state;
      const byStudy = fold([known, study("2", { at, rating })]).state;
      expect(byQuiz).toEqual({ ...byStudy, missed: rating === "again" });
    }
    const later = quiz("3", { at: at + day, rating: "good" });
    const missed = [known, quiz("2", { at, rating: "again" }), later];
    expect(fold(missed).state.missed).toBe(true);
    expect(fold([...missed, study("4", { at: at + 2 * day })]).state.missed).toBe(false);
  });

  it("that arrive late take their place before the first study of the card", () => {
    const late = quiz("q", { at: noon - 1, rating: "easy" });
    const { state, facts } = fold([study("s"), late]);
    expect(state).toMatchObject({ phase: "learning", reps: 1, folded: 2 });
    expect(facts.map((fact) => [fact.id, fact.phaseBefore])).toEqual([
      ["q", "new"],
      ["s", "new"],
    ]);
  });
});

describe("placement answers", () => {
  const placed = (id: string, change: Partial<Review> = {}) =>
    quiz(id, { mode: "placement", ...change });

  it("rated easy start a schedule, as a first easy of studying does", () => {
    expect(fold([placed("1", { rating: "easy" })])).toMatchObject({
      state: fold([study("1", { rating: "easy" })]).state,
      facts: [{ introduced: true, mode: "placement" }],
    });
  });

  it.each(["again", "hard", "good"] as const)("rated %s are a quiz's", (rating) => {
    expect(fold([placed("1", { rating })]).state).toEqual(fold([quiz("1", { rating })]).state);
  });

  it("taken back leave the card new", () => {
    const easy = placed("1", { rating: "easy" });
    expect(fold([easy, voidOf(easy)]).state).toEqual({ phase: "new", missed: false, folded: 2 });
  });
});

describe("facts", () => {
  it("tell what each review met, and which was the day's first", () => {
    const { facts } = fold([
      study("1", { rating: "easy" }),
      study("2", { at: noon + 8 * day, rating: "again" }),
      study("3", { at: noon + 8 * day + hour, rating: "good" }),
      study("4", { at: noon + 9 * day, rating: "hard", duration: 7 }),
    ]);
    const told = facts.map((fact) => [fact.phaseBefore, fact.first, fact.introduced, fact.passed]);
    expect(told).toEqual([
      ["new", true, true, true],
      ["review", true, false, false],
      ["relearning", false, false, true],
      ["review", true, false, true],
    ]);
    expect(facts[0]).toMatchObject({ stabilityBefore: null, retrievabilityBefore: null });
    expect(facts[1]).toMatchObject({ stabilityBefore: 8.2956, card: "a", mode: "study" });
    expect(facts[1]?.retrievabilityBefore).toBeCloseTo(0.9, 1);
    expect(facts[3]).toMatchObject({ rating: "hard", duration: 7 });
  });

  it("tell the card's kind, of an answer that was not given or given one by one too", () => {
    const gaveUp = study("2", { at: noon + 1, answer: { kind: "none", asked: "cloze" } });
    const { facts } = fold([
      study("1", { answer: { kind: "choice", option: 2 } }),
      gaveUp,
      study("3", { at: noon + 2, answer: { kind: "options", asked: "multi", said: [true] } }),
    ]);
    expect(facts.map((fact) => fact.kind)).toEqual(["choice", "cloze", "multi"]);
  });

  it("count a day as the entry counts it, whatever the clock says", () => {
    const late = { at: noon + day, studyDay: study("1").studyDay };
    expect(fold([study("1"), study("2", late)]).facts[1]?.first).toBe(false);
  });
});

describe("clocks", () => {
  it("that stand still or jump back for years break nothing", () => {
    const still = fold([study("1"), study("2"), study("3", { rating: "again" })]).state;
    expect(still).toMatchObject({ reps: 3, lastReview: noon });
    const jumped = [
      study("1", { at: noon, rating: "easy" }),
      study("2", { at: noon + 1, studyDay: 0, utcOffset: -720 }),
      study("3", { at: noon + 2, studyDay: 40_000 }),
    ];
    const { state } = fold(jumped);
    expect(state.phase).toBe("review");
  });

  it("midnight UTC within an evening, and 4 am within a night, count as the learner does", () => {
    const stability = (first: number, second: number) => {
      const { state } = fold([
        study("1", { at: first, rating: "easy" }),
        study("2", { at: second }),
      ]);
      return state.phase === "new" ? 0 : state.stability;
    };
    const midnight = Date.UTC(2026, 0, 6);
    const sameEvening = stability(midnight - 2 * 60_000, midnight + 2 * 60_000);
    expect(sameEvening).toBeCloseTo(8.2956, 1);
    const four = midnight + 4 * hour;
    expect(stability(four - 2 * 60_000, four + 2 * 60_000)).toBeGreaterThan(13);
  });
});

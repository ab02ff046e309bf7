import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/grading/types";
import { meaningOf } from "./score-meaning";

const tried: { answer: Answer } = { answer: { kind: "choice", option: 0 } };
const gaveUp: { answer: Answer } = { answer: { kind: "none", asked: "choice" } };
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const of = (right: number, asked: number) =>
  meaningOf({ right, asked }, times(asked, tried), false);

describe("meaningOf", () => {
  it("holds the score within its bounds, between 0 and 100", () => {
    const scores = fc
      .integer({ min: 1, max: 40 })
      .chain((asked) => fc.tuple(fc.nat(asked), fc.constant(asked)));
    fc.assert(
      fc.property(scores, ([right, asked]) => {
        const meaning = of(right, asked);
        if (meaning.level === "nothing") throw new Error("It was tried");
        const share = (right / asked) * 100;
        expect(meaning.low).toBeLessThanOrEqual(Math.ceil(share));
        expect(meaning.high).toBeGreaterThanOrEqual(Math.floor(share));
        expect(meaning.low >= 0 && meaning.high <= 100).toBe(true);
        expect(meaning.level === "all").toBe(right === asked);
      }),
    );
  });

  it.each([
    [17, 20, { level: "good", low: 64, high: 95, from: 20 }],
    [20, 20, { level: "all", low: 84, high: 100, from: 20 }],
    [4, 5, { level: "good" }],
    [3, 5, { level: "middling" }],
    [1, 2, { level: "middling" }],
    [2, 5, { level: "low" }],
    [0, 5, { level: "low", low: 0, high: 43, from: 5 }],
  ])("takes %i of %i for what it is", (right, asked, meaning) => {
    expect(of(right, asked)).toMatchObject(meaning);
  });

  it("says nothing where nobody tried", () => {
    const nothing = { level: "nothing" };
    const none = { right: 0, asked: 5 };
    expect(meaningOf(none, times(5, gaveUp), false)).toEqual(nothing);
    expect(meaningOf(none, times(5, null), true)).toEqual(nothing);
    expect(meaningOf({ right: 0, asked: 0 }, [], false)).toEqual(nothing);
    expect(meaningOf(none, [...times(4, gaveUp), tried], false)).toMatchObject({ level: "low" });
  });

  it("counts what was left open in an exam alone", () => {
    const answers = [...times(5, tried), ...times(5, null)];
    const count = { right: 5, asked: 10 };
    expect(meaningOf(count, answers, true)).toMatchObject({ level: "middling", from: 10 });
    expect(meaningOf(count, answers, false)).toMatchObject({ level: "all", from: 5 });
  });
});

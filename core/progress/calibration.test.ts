import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Confidence } from "#core/log/types";
import { confidences } from "#core/quiz/score/confidence-points";
import { type CalibrationAnswer, calibration, fewestToTell } from "./calibration";

const answer: fc.Arbitrary<CalibrationAnswer> = fc.record({
  card: fc.constantFrom(..."abcdefgh"),
  verdict: fc.constantFrom("correct" as const, "partly" as const, "wrong" as const),
  overruled: fc.boolean(),
  confidence: fc.option(fc.constantFrom(...confidences)),
});
const answers = fc.array(fc.option(answer), { maxLength: 60 });

/** So many answers of one confidence, of which so many were right. */
const made = (confidence: Confidence, right: number, count: number): CalibrationAnswer[] =>
  Array.from({ length: count }, (_, place) => ({
    card: `card-${place}`,
    verdict: place < right ? "correct" : "wrong",
    overruled: false,
    confidence,
  }));
const verdictOf = (confidence: Confidence, right: number, count: number) =>
  calibration(made(confidence, right, count)).levels[confidence - 1]?.verdict;

describe("laws of the calibration", () => {
  it("counts each answer with a confidence once, and each level by itself", () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { count, levels } = calibration(all);
        expect(levels.map(({ confidence }) => confidence)).toEqual([1, 2, 3]);
        expect(levels.reduce((sum, level) => sum + level.count, 0)).toBe(count);
        expect(count).toBe(all.filter((one) => one && one.confidence !== null).length);
        for (const level of levels) {
          const own = all.filter((one) => one?.confidence === level.confidence);
          expect(calibration(own).levels[level.confidence - 1]).toEqual(level);
          expect(level.measured === null).toBe(level.count === 0);
          expect(level.right).toBeLessThanOrEqual(level.count);
        }
      }),
    );
  });

  it("never calls a guess too sure, nor the sure unsure, and says nothing from a handful", () => {
    fc.assert(
      fc.property(answers, (all) => {
        const [guess, , sure] = calibration(all).levels;
        expect(guess?.verdict).not.toBe("tooSure");
        expect(sure?.verdict).not.toBe("unsure");
        for (const { count, verdict } of calibration(all).levels) {
          if (count < fewestToTell) expect(verdict).toBe("open");
        }
      }),
    );
  });

  it("does not grow surer of itself with a right answer more in place of a wrong one", () => {
    const rank = { tooSure: 0, open: 1, fitting: 1, unsure: 2 };
    const level = fc.record({
      confidence: fc.constantFrom(...confidences),
      count: fc.integer({ min: fewestToTell, max: 200 }),
      share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(level, ({ confidence, count, share }) => {
        const right = Math.floor(share * count);
        const [now, then] = [right, right + 1].map((n) => verdictOf(confidence, n, count));
        expect(rank[now ?? "open"]).toBeLessThanOrEqual(rank[then ?? "open"]);
      }),
    );
  });

  it("names each confident mistake once, until the card is answered rightly", () => {
    fc.assert(
      fc.property(answers, (all) => {
        const { confidentMistakes } = calibration(all);
        expect(new Set(confidentMistakes).size).toBe(confidentMistakes.length);
        for (const card of "abcdefgh") {
          const own = all.filter((one) => one?.card === card);
          const told = own.map((one) => {
            if (one?.verdict === "correct" || one?.overruled) return "right";
            return one?.confidence === 3 ? "mistake" : "miss";
          });
          const open = told.lastIndexOf("mistake") > told.lastIndexOf("right");
          expect(confidentMistakes.includes(card)).toBe(open);
        }
      }),
    );
  });
});

describe("calibration", () => {
  it.each([
    [3, 4, 4, "open"],
    [3, 5, 5, "fitting"],
    [3, 0, 4, "open"],
    [3, 1, 5, "tooSure"],
    [3, 12, 20, "tooSure"],
    [3, 15, 20, "open"],
    [2, 15, 20, "fitting"],
    [2, 20, 20, "unsure"],
    [1, 5, 20, "fitting"],
    [1, 19, 20, "unsure"],
    [1, 14, 20, "open"],
  ] as const)("of confidence %i, %i of %i right, is %s", (confidence, right, count, verdict) => {
    expect(verdictOf(confidence, right, count)).toBe(verdict);
  });

  it("has the latest confident mistake last, also when it was made before", () => {
    const wrong = (card: string) => ({ ...made(3, 0, 1)[0], card }) as CalibrationAnswer;
    expect(calibration(["a", "b", "a"].map(wrong)).confidentMistakes).toEqual(["b", "a"]);
  });

  it("has three empty levels where nobody said how sure they were", () => {
    const silent = made(1, 1, 3).map((one) => ({ ...one, confidence: null }));
    const { count, levels, confidentMistakes } = calibration([...silent, null]);
    expect([count, confidentMistakes]).toEqual([0, []]);
    expect(levels.map((level) => [level.count, level.measured, level.verdict])).toEqual([
      [0, null, "open"],
      [0, null, "open"],
      [0, null, "open"],
    ]);
  });
});

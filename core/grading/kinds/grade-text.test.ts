import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { TextCard } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { parseNumber } from "#core/grading/typed/parse-number";

describe("parseNumber", () => {
  it("reads what it would write, with or without thousands parted", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        for (const text of [String(value), value.toLocaleString("en")]) {
          expect(parseNumber(text)).toEqual({ value, unit: "" });
        }
      }),
    );
  });

  it.each([
    ["2,008", 2008, ""],
    ["1 000", 1000, ""],
    ["1,000.5", 1000.5, ""],
    ["2008.", 2008, ""],
    ["about 3", 3, ""],
    ["~ 100ms", 100, "ms"],
    ["in 2013", 2013, ""],
    ["0,5", 0.5, ""],
    [".5", 0.5, ""],
    ["1/2", 0.5, ""],
    ["½", 0.5, ""],
    ["−5", -5, ""],
    ["Three", 3, ""],
    ["2 million users", 2e6, "users"],
    ["50 %", 50, "%"],
    ["“2008”", 2008, ""],
    ["1½", 1.5, ""],
    ["2 ¼ GB", 2.25, "gb"],
    ["-1½", -1.5, ""],
    ["1 1/2", 1.5, ""],
    ["10²", 100, ""],
    ["10⁻¹", 0.1, ""],
    ["2^10", 1024, ""],
    ["5 m²", 5, "m^2"],
    ["２０１３", 2013, ""],
    ["1\u200B000", 1000, ""],
  ])("reads %j", (text, value, unit) => {
    expect(parseNumber(text)).toEqual({ value, unit });
  });

  it.each(["", "many", "2 or 3", "2007-2008", "1/0", "v2", "1.2.3", "10₂", "1①"])(
    "finds none in %j",
    (text) => {
      expect(parseNumber(text)).toBeNull();
    },
  );
});

const base: TextCard = {
  ...sampleCard,
  kind: "text",
  accept: [],
  refuse: [{ text: "2010", why: "dotCloud was founded then." }],
  exact: false,
};
const grade = (text: string, card: Partial<TextCard>) =>
  gradeAnswer({ ...base, ...card }, { kind: "text", text });

describe("a number", () => {
  const year = { number: { value: 2008, tolerance: 0 } };

  it("is right within the tolerance, both ends included, and nowhere else", () => {
    const near = fc.record({
      value: fc.integer({ min: -5000, max: 5000 }),
      tolerance: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(near, fc.integer({ min: -100, max: 100 }), (number, off) => {
        // Tenths, so that sums are not exact in binary.
        const tenths = { value: number.value / 10, tolerance: number.tolerance / 10 };
        const given = String((number.value + off) / 10);
        const inside = Math.abs(off) <= number.tolerance;
        const { outcome } = grade(given, { number: tenths, refuse: [] });
        expect(outcome).toBe(inside ? "correct" : "wrong");
      }),
    );
  });

  it.each(["2,008", "2 008", "2008.", "about 2008", "in 2008"])("%j is 2008", (text) => {
    expect(grade(text, year)).toMatchObject({ outcome: "correct", reasons: [] });
  });

  it("says to which side it was missed, and why a refused one is wrong", () => {
    expect(grade("2007", year).reasons).toEqual(["Too low."]);
    expect(grade("2013", year).reasons).toEqual(["Too high."]);
    expect(grade("2,010", year).reasons).toEqual(["dotCloud was founded then."]);
  });

  it("gives the precise number to a near one", () => {
    const wait = { number: { value: 500, tolerance: 100, unit: "ms" } };
    expect(grade("400ms", wait)).toMatchObject({
      outcome: "correct",
      reasons: ["Precisely: 500 ms."],
    });
    expect(grade("399", wait).outcome).toBe("wrong");
    expect(grade("1 s", wait)).toMatchObject({ outcome: "unreadable", reasons: ["Answer in ms."] });
  });

  it("cannot be read from words, unless words are accepted too", () => {
    expect(grade("long ago", year)).toMatchObject({
      outcome: "unreadable",
      reasons: ["Answer with a number."],
    });
    expect(grade("long ago", { ...year, accept: ["2008"] }).outcome).toBe("unreadable");
    expect(grade("long ago", { ...year, accept: ["with LXC"] }).outcome).toBe("wrong");
    expect(grade("", year).outcome).toBe("unreadable");
  });

  it("takes a unit in singular, plural or as a sign", () => {
    const share = { number: { value: 50, tolerance: 0, unit: "%" } };
    expect(grade("50 percent", share).outcome).toBe("correct");
    const time = { number: { value: 1, tolerance: 0, unit: "seconds" } };
    expect(grade("1 second", time).outcome).toBe("correct");
  });
});

import { describe, expect, test } from "vitest";
import { planted, toldOf } from "#core/content/compile/sample-content";

type Offence = [what: string, from: string, to: string, message: string];

/** Told once, on the line where it was planted. */
function expectTold([, from, to, message]: Offence) {
  const { file, line } = planted(from, to);
  expect(toldOf(file)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
}

function expectFine(from: string, to: string) {
  expect(toldOf(planted(from, to).file)).toEqual([]);
}

describe("marks", () => {
  test.each<Offence>([
    ["code is closed", "answer: All boxes", "answer: All `boxes", "A backtick is never closed"],
    [
      "emphasis is closed",
      "answer: All boxes",
      "answer: All *boxes",
      "An asterisk is never closed",
    ],
    ["not empty", "answer: All boxes", "answer: All **boxes**", "A mark is empty"],
    ["no loose asterisks", "answer: All boxes", "answer: 2 * 3 * 4", "starts or ends with a space"],
    ["not nested", "answer: All boxes", "answer: All *`boxes`*", "Code stands inside emphasis"],
    ["in a why", "why: It only carries.", "why: It `only.", "A backtick is never closed"],
    ["in then", "then: A box", "then: A `box", "A backtick is never closed"],
    ["not in a title", "title: The box", "title: The `box`", "A backtick has no meaning"],
    ["not in what is typed", 'accept: ["1956"]', 'accept: ["`1956`"]', "A backtick has no meaning"],
    ["not in a refused text", "{text: images", '{text: "`images`"', "A backtick has no meaning"],
  ])("%s", (...offence) => expectTold(offence));

  test("escapes, code with asterisks, a bin named in code and typed asterisks are fine", () => {
    expectFine("answer: All boxes", "answer: 2 \\* 3, `*.log` and *all*");
    expectFine('accept: ["1956"]', 'accept: ["1956", "rm *"]');
    expectFine(
      "bins: [old, new]\n    items: [{text: barrel, bin: old, why: Romans had it.}, {text: pallet, bin: new",
      'bins: [old, "`new`"]\n    items: [{text: barrel, bin: old, why: Romans had it.}, {text: pallet, bin: "`new`"',
    );
  });
});

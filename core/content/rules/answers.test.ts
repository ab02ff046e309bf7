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

describe("answers", () => {
  test.each<Offence>([
    ["a cloze without a gap", "`docker {{ps}} -a`", "`docker ps -a`", "this one has 0"],
    ["a cloze with two gaps", "all boxes", "all {{boxes}}", "this one has 2"],
    ["an empty gap", "{{ps}}", "{{}}", "the gap is empty"],
    ["a mark in the gap", "`docker {{ps}} -a`", "docker {{`ps`}}", "a mark stands inside the gap"],
    ["an unknown bin", "bin: old, why: Older", "bin: oldd, why: Older", 'no bin "oldd"'],
    [
      "an empty bin",
      "bins: [old, new]",
      "bins: [old, new, lost]",
      'no item belongs to the bin "lost"',
    ],
    [
      "an option twice",
      "{text: The sea",
      "{text: the Ship",
      '"the Ship" is there twice in "options"',
    ],
    ["an item twice", "{text: set down}", "{text: hook on}", '"hook on" is there twice in "items"'],
    ["a left twice", "{left: lock", "{left: goods", '"goods" is there twice in "pairs"'],
    ["a bin twice", "bins: [old, new]", "bins: [old, new, old]", '"old" is there twice in "bins"'],
    [
      "a gap's answer again",
      "accept: [container ls]",
      "accept: [PS]",
      '"PS" is there twice in "accept"',
    ],
  ])("%s", (...offence) => expectTold(offence));

  test("a text card has one", () => {
    const { file } = planted('    accept: ["1956"]\n    number: {value: 1956, tolerance: 1}\n', "");
    const { line } = planted("id: box-year", "");
    expect(toldOf(file)).toMatchObject([{ line, message: "box-year: there is no right answer." }]);
  });

  test("with exact, case tells accepted answers apart", () => {
    expectTold(["", "accept: [container ls]", "accept: [LS, ls]", "twice"]);
    expectFine("accept: [container ls]", "exact: true\n    accept: [LS, ls]");
  });

  test("rights of a match may repeat", () => {
    expectFine("right: inside", "right: outside");
  });
});

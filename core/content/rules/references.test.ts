import { describe, expect, test } from "vitest";
import { planted, sampleFile, secondFile, toldOf } from "#core/content/sample-content";

type Offence = [what: string, from: string, to: string, message: string];

/** Told once, on the line where it was planted. */
function expectTold([, from, to, message]: Offence) {
  const { file, line } = planted(from, to);
  expect(toldOf(file)).toMatchObject([{ line, message: expect.stringContaining(message) }]);
}

/** What is told when the second file has one thing changed. */
const inSecond = (from: string, to: string) =>
  toldOf(sampleFile, { ...secondFile, text: secondFile.text.replace(from, to) });

describe("references", () => {
  test.each<Offence>([
    [
      "concept of a card",
      "concept: crane\n    covers: [",
      "concept: crain\n    covers: [",
      'no concept "crain"',
    ],
    ["needed concept", "needs: [box]", "needs: [bux]", 'no concept "bux" to need'],
    ["needed concept twice", "needs: [box]", "needs: [box, box]", '"box" is needed twice'],
    ["covered point", 'covers: ["61"]', 'covers: ["61", "61b"]', 'no point "61b"'],
    ["covered point twice", 'covers: ["61"]', 'covers: ["61", "61"]', 'covers "61" twice'],
  ])("%s", (...offence) => expectTold(offence));

  test("a point that no card covers is told where it is declared", () => {
    const { file } = planted('covers: ["61"]', "covers: []");
    const { line } = planted('{id: "61"', "");
    const message = 'No card covers the point "61": boxes are alike.';
    expect(toldOf(file)).toMatchObject([{ line, message }]);
  });

  test("a card's concept stands in the card's file; points may be covered from anywhere", () => {
    expect(inSecond("concept: waiting", "concept: box")).toMatchObject([
      {
        file: secondFile.path,
        line: 5,
        message: expect.stringContaining("belongs to content/topics/01-harbour.yaml"),
      },
    ]);
    expect(inSecond('covers: ["65"]', 'covers: ["65", "61"]')).toEqual([]);
  });

  test("unknown ids come with the id that was probably meant", () => {
    expect(toldOf(planted("needs: [box]", "needs: [bux]").file)).toMatchObject([
      { hint: 'Did you mean "box"?' },
    ]);
    expect(toldOf(planted('covers: ["61"]', 'covers: ["61", "62"]').file)).toMatchObject([
      { hint: "Slide's points: 62a." },
    ]);
  });
});

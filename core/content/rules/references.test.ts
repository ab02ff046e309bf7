import { describe, expect, test } from "vitest";
import { planted, sampleFile, secondFile, toldOf } from "#core/content/compile/sample-content";

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

  test.each([
    ["that one card covers", 'covers: ["62a"]', "covers: []", "62a", "One card alone covers"],
    [
      "that no card covers",
      "points:",
      'points:\n    - {id: "60", slide: 60, text: sea}',
      "60",
      "No card covers",
    ],
    [
      "that cards of one kind cover",
      "kind: list\n    concept: crane",
      "kind: choice\n    concept: crane",
      "62a",
      "Only choice cards cover",
    ],
  ])("a point %s is told where it is declared", (_, from, to, id, said) => {
    const { file } = planted(from, to);
    const line = file.text.split("\n").findIndex((text) => text.includes(`{id: "${id}"`)) + 1;
    const told = toldOf(file).filter((problem) => problem.line === line);
    expect(told).toMatchObject([{ message: expect.stringContaining(`${said} the point "${id}"`) }]);
  });

  test("a fact of the record is taught by two cards of different kinds, too", () => {
    const fact = '    - {id: "62a", slide: 62, text: "cranes lift boxes"}\n';
    const facts = `${fact}  facts:\n    - {id: F61, slides: [61], text: boxes grew}\n`;
    const { file, line } = planted(fact, facts);
    const message = 'No card covers the fact "F61": boxes grew.';
    expect(toldOf(file)).toMatchObject([{ line: line + 2, message }]);
    const taught = file.text.replaceAll('covers: ["61"]', 'covers: ["61", "F61"]');
    expect(toldOf({ ...file, text: taught })).toEqual([]);
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
      { hint: "On that slide: 62a." },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { sampleFile, secondFile, toldOf } from "#core/content/compile/sample-content";

/** What is told when the second file has one thing changed. */
const inSecond = (from: string, to: string) =>
  toldOf(sampleFile, { ...secondFile, text: secondFile.text.replace(from, to) });

describe("ids", () => {
  test.each([
    ["card", "id: waiting-why", "id: box-what", 5, "content/topics/01-harbour.yaml:30"],
    ["concept", "id: waiting,", "id: box,", 3, "content/topics/01-harbour.yaml:13"],
    ["point", 'id: "65"', 'id: "61"', 1, "content/topics/01-harbour.yaml:9"],
  ])("a %s id is taken once in the deck; both places are named", (what, from, to, line, other) => {
    const told = inSecond(from, to).find((problem) => problem.message.includes("is taken"));
    expect(told).toMatchObject({ file: secondFile.path, line });
    expect(told?.message).toContain(`The ${what} id`);
    expect(told?.message).toContain(other);
  });

  test("a topic id is taken once", () => {
    expect(inSecond("id: yard", "id: harbour").map((problem) => problem.message)).toEqual([
      'The topic\'s id is "harbour", but the file is called "yard".',
      'The topic id "harbour" is taken: content/topics/01-harbour.yaml:2.',
    ]);
  });

  test("a file is named for its topic, by a number of its own", () => {
    const named = (path: string) =>
      toldOf(sampleFile, { ...secondFile, path: `content/topics/${path}` });
    expect(named("yard.yaml")).toMatchObject([
      { line: 1, message: "The file's name is not NN-slug.yaml." },
    ]);
    expect(named("02-yards.yaml")).toMatchObject([
      { line: 1, message: expect.stringContaining('called "yards"') },
    ]);
    expect(named("01-yard.yaml")).toMatchObject([
      { line: 1, message: expect.stringContaining("taken by content/topics/01-harbour.yaml") },
    ]);
    expect(named("03-yard.yaml")).toEqual([]);
  });
});

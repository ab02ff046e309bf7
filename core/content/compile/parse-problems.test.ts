import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContentFile, Problem } from "#core/content/read/problem";
import { gradeAnswer } from "#core/grading/grade";
import { parseDeck } from "./parse-deck";
import { planted, sampleFile, sampleHash, secondFile } from "./sample-content";

/** The line on which a text first stands in the sample. */
function lineOf(text: string): number {
  return planted(text, text).line;
}

function problemsOf(...files: ContentFile[]): Problem[] {
  const parsed = parseDeck(files, sampleHash, gradeAnswer);
  return parsed.ok ? [] : parsed.problems;
}

test("whatever is cut out or put in, nothing is thrown, and each problem has a line of the file", () => {
  const { length } = sampleFile.text;
  const junk = fc.string({
    maxLength: 12,
    unit: fc.constantFrom(..."ab1:-#*&!`\"'{}[]|>%@?,\\\n\t "),
  });
  fc.assert(
    fc.property(fc.nat(length), fc.nat(40), junk, (at, cut, put) => {
      const text = sampleFile.text.slice(0, at) + put + sampleFile.text.slice(at + cut);
      const lines = text.split("\n").length;
      for (const problem of problemsOf({ ...sampleFile, text })) {
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.line).toBeLessThanOrEqual(lines);
        expect(problem.message).toMatch(/\.$/);
      }
    }),
    // A group where a point's id should stand once threw.
    { examples: [[2491, 0, "{"]] },
  );
});

describe("problems", () => {
  test("there is no deck without files", () => {
    expect(problemsOf()).toMatchObject([{ message: "There are no content files." }]);
  });

  test.each([
    ["an empty file", "", "A topic's file holds topic, concepts and cards."],
    ["a list", "- a", "A topic's file holds topic, concepts and cards."],
    ["a topic of another type", "topic: 3", '"topic" must be a group of fields'],
  ])("%s is told on its first line", (_, text, message) => {
    const [problem] = problemsOf({ ...sampleFile, text });
    expect(problem).toMatchObject({ file: sampleFile.path, line: 1 });
    expect(problem?.message).toContain(message);
  });

  test.each([
    ["a colon in a text", "front: Sort by age.", "front: Sort: by age.", "Nested mappings"],
    ["a backtick first", "answer: All", "answer: `All", "Plain value cannot start"],
    ["a tab", "  short: Harbour", "\tshort: Harbour", "Tabs"],
    ["an alias", "answer: All boxes", "answer: *All", "alias"],
    ["a comment by accident", "answer: All boxes", "answer: Box #1", "comment"],
    ["a tag", "answer: All", "answer: !All", "tag"],
    ["a field twice", "  short: Harbour", "  title: Harbour", "unique"],
    ["two documents", "concepts:", "---\nconcepts:", "multiple documents"],
  ])("YAML: %s is told on its line with a hint", (_, from, to, message) => {
    const { file, line } = planted(from, to);
    const found = problemsOf(file).find((problem) => problem.message.includes(message));
    expect(found).toBeDefined();
    expect(found?.line).toBe(line);
    expect(found?.hint).toBeTruthy();
  });

  test.each([
    [
      "an unknown part",
      "concepts:",
      "concept:",
      '"concept" is no part',
      'Did you mean "concepts"?',
    ],
    [
      "an unknown field",
      "answer: All",
      "anwser: All",
      '"anwser" is no field',
      'Did you mean "answer"?',
    ],
    ["another kind's field", "answer: All", "bins: All", '"bins" is no field', undefined],
    [
      "an unknown field inside",
      "note: made",
      "remark: made",
      '"remark" is no field',
      "Known are text, note.",
    ],
    [
      "a missing field",
      "    answer: All boxes have one size.\n",
      "",
      '"answer" is missing',
      undefined,
    ],
    ["a missing kind", "    kind: recall\n", "", '"kind" is missing', undefined],
    [
      "an unknown kind",
      "kind: recall",
      "kind: recal",
      '"recal" is no kind',
      'Did you mean "recall"?',
    ],
    ["a kind called constructor", "kind: recall", "kind: constructor", "is no kind", undefined],
    [
      "an empty text",
      "answer: All boxes have one size.",
      "answer:",
      '"answer" is empty',
      undefined,
    ],
    [
      "a number for a text",
      'since: "2015"',
      "since: 2015",
      '"since" must be a text',
      "Put it in quotes",
    ],
    [
      "a number for a point",
      'covers: ["61"]',
      "covers: [61]",
      'Number 1 of "covers"',
      "Put it in quotes",
    ],
    ["a text for a list", "bins: [old, new]", "bins: old", '"bins" must be a list', "brackets"],
    [
      "a text for a group",
      "now: {text: It still does.}",
      "now: It does.",
      '"now" must be a group',
      undefined,
    ],
    [
      "too few options",
      "      - {text: The sea, why: It only bears.}\n",
      "",
      "has 2; the least is 3",
      undefined,
    ],
    [
      "too many bins",
      "bins: [old, new]",
      "bins: [old, new, a, b]",
      "has 4; the most is 3",
      undefined,
    ],
    ["no why", "{text: water, why: It is wet.}", "{text: water}", '"why" is missing', undefined],
    ["no number", "tolerance: 1", "tolerance: some", '"tolerance" must be a number', undefined],
    ["less than nothing", "tolerance: 1", "tolerance: -1", "is -1; the least is 0", undefined],
    ["a bad id", "id: box-what", "id: Box_What", "is no id", undefined],
    ["a bad point id", 'id: "62a"', 'id: "62-a"', "is no point id", undefined],
    ["a long short", "short: Harbour", "short: The harbour of old", "the most is 16", undefined],
    [
      "an unknown section",
      "section: docker",
      "section: doker",
      'cannot be "doker"',
      'Did you mean "docker"?',
    ],
    [
      "a source that no browser reads",
      "https://www.iso.org",
      "https://|www.iso.org",
      "no https address",
      undefined,
    ],
    [
      "a plain http source",
      "https://www.iso.org",
      "http://www.iso.org",
      "no https address",
      undefined,
    ],
    ["a slide past the last", "slides: [63]", "slides: [87]", "is 87; the most is 86", undefined],
    ["a wide range", "slides: [60, 64]", "slides: [60, 61, 64]", "has 3; the most is 2", undefined],
  ])("shape: %s is told in words", (_, from, to, message, hint) => {
    const found = problemsOf(planted(from, to).file).find((one) => one.message.includes(message));
    expect(found).toBeDefined();
    if (hint !== undefined) expect(found?.hint).toContain(hint);
  });

  test("a missing field is told on the entry's line, a wrong one on its own", () => {
    const missing = planted("  - id: box-what\n    kind: recall", "  - id: box-what");
    expect(problemsOf(missing.file)).toMatchObject([{ line: missing.line }]);
    const wrong = planted("bins: [old, new]", "bins: old");
    expect(problemsOf(wrong.file)).toMatchObject([{ line: wrong.line }]);
    const deep = planted("why: It only carries.", "wy: It only carries.");
    expect(problemsOf(deep.file).map((problem) => problem.line)).toEqual([deep.line, deep.line]);
  });

  test("all are told at once, in reading order, over all files", () => {
    const text = sampleFile.text
      .replace("section: docker", "section: doker")
      .replace("answer: All", "anwser: All")
      .replace("bin: new", "bin: nwe");
    const broken = { ...secondFile, text: secondFile.text.replace("needs: []", "needs: [crain]") };
    const problems = problemsOf(broken, { ...sampleFile, text });
    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      [sampleFile.path, lineOf("section:")],
      [sampleFile.path, lineOf("id: box-what")],
      [sampleFile.path, lineOf("answer: All")],
      [sampleFile.path, lineOf("bins:")],
      [sampleFile.path, lineOf("{text: pallet")],
      [
        secondFile.path,
        secondFile.text.slice(0, secondFile.text.indexOf("needs:")).split("\n").length,
      ],
    ]);
  });

  test("a broken concept is told once, not at each of its cards", () => {
    expect(problemsOf(planted("title: The box", "titel: The box").file)).toHaveLength(2);
  });

  test("a broken card still covers its points", () => {
    expect(problemsOf(planted("answer: All boxes have one size.", "answer:").file)).toHaveLength(1);
  });

  test("a file that is no YAML keeps its ids known to the others", () => {
    const { file } = planted("front: Sort by age.", "front: Sort: by age.");
    expect(problemsOf(file, secondFile)).toHaveLength(1);
  });

  test("answers are graded: a refused answer that is accepted is told on its line", () => {
    const { file, line } = planted("{text: images, why:", "{text: Container LS, why:");
    const [problem] = problemsOf(file);
    expect(problem).toMatchObject({ line });
    expect(problem?.message).toContain('refused "Container LS" is graded correct');
  });
});

import { describe, expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { planted, sampleFile, sampleHash } from "#core/content/compile/sample-content";
import type { ContentFile } from "#core/content/read/problem";
import { gradeAnswer } from "#core/grading/grade";
import type { Grade } from "#core/grading/types";
import { proveAnswers } from "./prove-answers";

function proven(file: ContentFile, grade: Grade) {
  const parsed = parseDeck([file], sampleHash);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return proveAnswers(parsed.deck.cards, grade, parsed.placeOf);
}

test("the sample's answers come out as they should", () => {
  expect(proven(sampleFile, gradeAnswer)).toEqual([]);
});

describe("a planted bad card is told on its line", () => {
  test.each([
    ["is also accepted", "PS", "graded correct"],
    ["is refused before, for another reason", "images, why: Other.}, {text: Images", "own reason"],
  ])("a refused answer that %s", (_, refused, message) => {
    const { file, line } = planted("{text: images", `{text: ${refused}`);
    expect(proven(file, gradeAnswer)).toMatchObject([
      { file: file.path, line, message: expect.stringContaining(message) },
    ]);
  });
});

test("each kind of answer is tried: a grader that finds everything wrong fails all but recall", () => {
  const grade: Grade = (card) =>
    card.kind === "recall" ? null : { outcome: "wrong", credit: 0, reasons: [], parts: [] };
  const cards = new Set(proven(sampleFile, grade).map(({ message }) => message.split(":")[0]));
  expect(cards.size).toBe(9);
});

test("a grader that finds everything right fails wrong options, refused answers and reversed orders", () => {
  const grade: Grade = () => ({ outcome: "correct", credit: 1, reasons: [], parts: [] });
  const cards = new Set(proven(sampleFile, grade).map(({ message }) => message.split(":")[0]));
  expect(cards).toEqual(
    new Set(["box-gap", "box-year", "crane-choice", "crane-multi", "crane-order", "crane-shown"]),
  );
});

test("a refused answer must come with its own reason", () => {
  const grade: Grade = (card, answer) => {
    const verdict = gradeAnswer(card, answer);
    return verdict && { ...verdict, reasons: [] };
  };
  const { line } = planted("refuse:", "refuse:");
  const [problem, ...others] = proven(sampleFile, grade);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: sampleFile.path, line });
  expect(problem?.message).toContain("without its own reason");
});

test("a refused answer that passes with an accepted one in brackets is told", () => {
  const grade: Grade = (card, answer) => {
    const verdict = gradeAnswer(card, answer);
    const isBoth = "text" in answer && answer.text === "images (ps)";
    return verdict && isBoth ? { ...verdict, outcome: "correct", credit: 1 } : verdict;
  };
  const { line } = planted("{text: images", "{text: images");
  expect(proven(sampleFile, grade)).toMatchObject([
    { line, message: expect.stringContaining('typed as "images (ps)"') },
  ]);
});

describe("an answer of another card of the idea", () => {
  const other = `cards:
  - id: box-other
    kind: text
    concept: box
    covers: []
    front: What else is there?
    accept: [ANSWER]
    explain: There is more.
`;
  const told = (answer: string) => {
    const { file } = planted("cards:\n", other.replace("ANSWER", answer));
    const parsed = parseDeck([file], sampleHash, gradeAnswer);
    return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
  };

  test("is told where it passes for a slip or by what is taken off", () => {
    for (const answer of ["the ps", "containr ls"]) {
      const message = `box-gap: "${answer}", an answer of box-other, is graded correct.`;
      expect(told(answer)).toContain(message);
    }
  });

  test("is not where the card names it, or finds it wrong", () => {
    expect(told("container ls")).toEqual([]);
    expect(told("a crane")).toEqual([]);
  });
});

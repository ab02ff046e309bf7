import { expect, test } from "vitest";
import { parseDeck } from "./parse-deck";
import { sampleFile, sampleHash, sampleLesson, secondFile } from "./sample-content";
import { wholeDeckProblems } from "./whole-deck";

function toldOf(...files: (typeof sampleFile)[]) {
  const parsed = parseDeck(files, sampleHash);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return wholeDeckProblems(parsed.deck, parsed.placeOf);
}

test("a topic with a lesson and cards enough is whole", () => {
  expect(toldOf(sampleFile, sampleLesson)).toEqual([]);
});

test("a topic without a lesson is told, with the file to write", () => {
  expect(toldOf(sampleFile)).toMatchObject([
    {
      message: 'The topic "harbour" has no lesson.',
      hint: "Write one in content/lessons/01-harbour.yaml.",
    },
  ]);
});

test("a topic with too few cards is told", () => {
  expect(toldOf(sampleFile, sampleLesson, secondFile).map(({ message }) => message)).toEqual([
    'The topic "yard" has no lesson.',
    'The topic "yard" has 2 cards; the least is 8.',
  ]);
});

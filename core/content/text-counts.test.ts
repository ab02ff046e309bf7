import { expect, test } from "vitest";
import { parseDeck } from "./compile/parse-deck";
import { sampleFile, sampleHash, sampleLesson } from "./compile/sample-content";
import { textCounts } from "./text-counts";

test("terminals are counted in lessons and on cards, by what they are known by", () => {
  const parsed = parseDeck([sampleFile, sampleLesson], sampleHash);
  if (!parsed.ok) throw new Error("the sample has problems");
  expect(textCounts(parsed.deck)).toEqual({ recorded: 0, documented: 2, unproven: 0 });
});

import { describe, expect, it } from "vitest";
import type { Confidence } from "#core/log/types";
import { calibration } from "./calibration";
import { countSentence, verdictSentence } from "./calibration-sentences";

const levelOf = (confidence: Confidence, right: number, count: number) => {
  const answers = Array.from({ length: count }, (_, place) => ({
    ...{ card: `${place}`, overruled: false, confidence },
    verdict: place < right ? ("correct" as const) : ("wrong" as const),
  }));
  const level = calibration(answers).levels[confidence - 1];
  if (!level) throw new Error("Each confidence has a level");
  return level;
};
/** As read: the space before a percent sign does not break. */
const read = (words: string | null) => words?.replaceAll("\u00a0", " ") ?? null;

describe("the sentences of a confidence", () => {
  it("say nothing of no answers", () => {
    expect(countSentence(levelOf(1, 0, 0))).toBe("No answer yet.");
    expect(verdictSentence(levelOf(1, 0, 0))).toBeNull();
  });

  it("give the share and its interval", () => {
    expect(read(countSentence(levelOf(3, 8, 10)))).toBe(
      "8 of 10 right, 80 %; it may lie between 49 % and 94 %.",
    );
  });

  it.each([
    [3, 3, 4, "Too few answers to tell: “sure” means 80 % right at least."],
    [3, 2, 12, "Too sure: “sure” means 80 % right at least."],
    [2, 15, 20, "That fits: “I think so” means 67 % to 80 % right."],
    [1, 20, 20, "You know more than you think: “a guess” means 67 % right at most."],
  ] as const)("of confidence %i, %i of %i right, say: %s", (confidence, right, count, words) => {
    expect(read(verdictSentence(levelOf(confidence, right, count)))).toBe(words);
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, nearest } from "./nearest";

test("a known word is its own nearest", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
      expect(nearest(words[0] ?? "", words)).toBe(words[0]);
    }),
  );
});

test.each([
  ["anwser", "answer"],
  ["Accept", "accept"],
  ["option", "options"],
  ["xyzzy", undefined],
  ["", undefined],
])("%s: %s", (word, expected) => {
  expect(nearest(word, ["answer", "accept", "options"])).toBe(expected);
});

test("if none is near, a few known ones are listed, many are not", () => {
  expect(didYouMean("xyzzy", ["answer", "front"])).toBe("Known are answer, front.");
  expect(
    didYouMean(
      "xyzzy",
      Array.from({ length: 13 }, (_, i) => `word-${i}`),
    ),
  ).toBeUndefined();
  expect(didYouMean("xyzzy", [])).toBeUndefined();
});

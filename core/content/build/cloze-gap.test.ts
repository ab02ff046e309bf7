import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "#core/content/inline";
import { filledFront, gapsOf, splitCloze } from "./cloze-gap";

test("the two sides and the answer between them are the whole sentence", () => {
  const piece = fc.string({ unit: fc.constantFrom("a", "b", " ", ".") });
  const answer = fc.string({ minLength: 1, unit: fc.constantFrom("x", "y") });
  const around = fc.constantFrom("", "`", "*");
  fc.assert(
    fc.property(piece, around, answer, piece, (left, mark, gap, right) => {
      const front = `${left}${mark}{{${gap}}}${mark}${right}`;
      const { before, after } = splitCloze(front);
      expect(plainText(before) + gap + plainText(after)).toBe(plainText(filledFront(front)));
    }),
  );
});

test.each([
  ["A {{process}}, no machine.", "A ", ", no machine."],
  ["{{All}} of it.", "", " of it."],
  ["Run `docker {{ps}} -a` now.", "Run `docker `", "` -a` now."],
  ["Run `docker {{ps}}`.", "Run `docker `", "."],
  ["Run `{{docker ps}}`.", "Run ", "."],
  ["2 \\* {{3}} \\* 4", "2 \\* ", " \\* 4"],
])("%s", (front, before, after) => {
  expect(splitCloze(front)).toEqual({ before, after });
});

test("gaps are found wherever they stand, answers without spaces around them", () => {
  expect(gapsOf("no gap")).toEqual([]);
  expect(gapsOf("{{ a }} and {{b\nc}}")).toEqual(["a", "b\nc"]);
  expect(gapsOf("{{}}")).toEqual([""]);
});

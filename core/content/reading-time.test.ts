import { expect, test } from "vitest";
import type { Lesson } from "./lesson-types";
import { countWords, readingMinutes } from "./reading-time";

test("words are what stands between spaces", () => {
  expect(countWords("  one two\nthree  ")).toBe(3);
  expect(countWords("")).toBe(0);
});

test("a lesson takes as long as its prose; code and terminals are looked at", () => {
  const text = "word ".repeat(430);
  const lesson = (words: string, code: string): Lesson => ({
    topic: "t",
    parts: [
      { form: "text", text: words, slides: [1] },
      { form: "code", code, language: "yaml", caption: "", slides: [1] },
    ],
  });
  expect(readingMinutes(lesson(text, ""))).toBe(2);
  expect(readingMinutes(lesson(text, text))).toBe(2);
  expect(readingMinutes(lesson("", ""))).toBe(1);
});

import type { Lesson } from "./lesson-types";

/** Words that a reader takes in within a minute, explanatory prose. */
export const wordsAMinute = 215;

/** The words of a text, by the spaces between them. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** How long a lesson takes to read, in whole minutes; what is only looked at is not counted. */
export function readingMinutes({ parts }: Lesson): number {
  const prose = parts.map((part) =>
    part.form === "text" || part.form === "now" ? part.text : part.caption,
  );
  return Math.max(1, Math.round(countWords(prose.join(" ")) / wordsAMinute));
}

import { inLanguages } from "#core/text/language";

const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

const en = {
  /** From nought on. */
  numbers: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
  scales,
  /** What stands before a number and does not count. */
  hedge: /^(?:(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|in|~|≈) ?)+/,
  /** What stands before an answer and does not count. */
  article: /^(?:the|an|a) (?=\S)/,
  /** A unit in lower case, the same in singular and plural; % may be written out. */
  bareUnit: (unit: string) => unit.replace(/^per ?cent$/, "%").replace(/s$/, ""),
};

/** The words that a typed answer may hold beside what is asked. */
export const typingText = inLanguages({ en });

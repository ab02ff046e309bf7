/** A question between its title and its end. Stem and feedback are HTML, not yet escaped for GIFT. */
export type GiftBody = {
  stem: string;
  /** Numbers are answered in braces of their own. */
  kind: "answers" | "numbers";
  /** One for each answer, escaped. */
  lines: string[];
  feedback: string;
  /** For the teacher; a line each. */
  notes: string[];
};

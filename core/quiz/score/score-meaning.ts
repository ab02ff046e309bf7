import type { Review } from "#core/log/types";
import { wilson } from "#core/progress/wilson";
import type { QuizCount } from "./score-quiz";

/**
 * What a score says: `nothing` where nobody tried to answer. `low` and `high` bound, of 100
 * questions like these, how many would be right; `from` is the number of questions that tell it.
 */
export type ScoreMeaning =
  | { level: "nothing" }
  | { level: "low" | "middling" | "good" | "all"; low: number; high: number; from: number };

/** Shares right from which a score is good or middling. */
const goodFrom = 0.8;
const middlingFrom = 0.5;

/**
 * The meaning of a quiz's score. Questions left open count in an exam, whose time is part of it;
 * elsewhere they were not asked.
 */
export function meaningOf(
  { asked, right }: Pick<QuizCount, "asked" | "right">,
  answers: readonly (Pick<Review, "answer"> | null)[],
  isExam: boolean,
): ScoreMeaning {
  const given = answers.filter((answer) => answer !== null);
  if (given.every(({ answer }) => answer.kind === "none")) return { level: "nothing" };
  const from = isExam ? asked : given.length;
  const { rate, low, high } = wilson(right, from);
  const level =
    rate === 1 ? "all" : rate >= goodFrom ? "good" : rate >= middlingFrom ? "middling" : "low";
  return { level, low: Math.round(low * 100), high: Math.round(high * 100), from };
}

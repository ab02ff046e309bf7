import type { DeckIndex } from "#core/content/types";
import type { QuizPlan, QuizQuestion } from "#core/log/types";
import { question } from "#core/quiz/build/build-quiz";
import { timeAllowed } from "#core/quiz/build/time-allowed";
import { hashSeed } from "#core/random";
import { msPerMinute } from "#core/scheduling/study-day";
import { mostShared, type SharedQuiz, type SharedStyle, sharedStyles } from "./shared-quiz";

/**
 * A quiz as the end of a link. It stands behind the `#`, so that no server is told of it:
 * `1.exam.0.12.1ka9.card-one_8~card-two_f_1.5x2q`, that is the version, the style, whether it asks
 * how sure one is, the minutes that an exam gives, the seed, the questions (card, how hard, round;
 * its own seed where the quiz's does not give it) and a check of all that comes before. Numbers
 * but the minutes are in base 36.
 */
export const shareVersion = "1";
/** What a link to a shared quiz has behind its address. */
export const shareMark = "#share=";
export const between = { fields: ".", questions: "~", parts: "_" } as const;
/** Stands for a seed that the quiz has none of. */
export const noSeed = "-";

/** What the quiz of a plan is to others; null when it cannot be shared, as a placement cannot. */
export function sharedOf(plan: QuizPlan, index: Pick<DeckIndex, "cards">): SharedQuiz | null {
  const { style = "practice", questions, seed = null, asksConfidence = false } = plan;
  if (!isShared(style) || questions.length === 0 || questions.length > mostShared) return null;
  const seeds = [...questions.map((one) => one.seed), seed ?? 0];
  if (!seeds.every((one) => Number.isSafeInteger(one + 1) && one >= 0)) return null;
  const kinds = new Map(index.cards.map(({ id, kind }) => [id, kind]));
  const asked = questions.flatMap(({ card }) => kinds.get(card) ?? []);
  return {
    style,
    // Without the extra time of whoever shares it: that is theirs alone, and so is another's.
    limit: style === "exam" ? timeAllowed(asked, 0) : null,
    asksConfidence,
    seed,
    questions,
  };
}

/** The end of the link to a quiz. */
export function shareHash({ style, limit, asksConfidence, seed, questions }: SharedQuiz): string {
  const fields = [
    shareVersion,
    style,
    asksConfidence ? "1" : "0",
    `${(limit ?? 0) / msPerMinute}`,
    seed === null ? noSeed : seed.toString(36),
    questions.map((one) => questionText(one, seed)).join(between.questions),
  ];
  const text = fields.join(between.fields);
  return `${shareMark}${text}${between.fields}${checkOf(text)}`;
}

/** Changes with almost any change of the text, so that a link that lost its end is told. */
export function checkOf(text: string): string {
  return hashSeed(text).toString(36);
}

function questionText({ card, seed, level = 0, round = 0 }: QuizQuestion, of: number | null) {
  const own = of !== null && question(card, of).seed === seed ? 0 : seed + 1;
  const numbers = [level, round, own];
  // What is 0 at the end is left out.
  while (numbers.at(-1) === 0) numbers.pop();
  return [card, ...numbers.map((number) => number.toString(36))].join(between.parts);
}

function isShared(style: string): style is SharedStyle {
  return sharedStyles.some((one) => one === style);
}

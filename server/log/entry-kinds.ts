import "server-only";
import { z } from "zod";
import { type CardKind, cardKinds } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { isAnswerOf, isOptionsAnswer } from "#core/grading/verdict/answer-shape";
import { longestReport, saysSomething } from "#core/log/report";
import {
  flags,
  longestNote,
  modes,
  quizChoices,
  quizStyles,
  ratings,
  reportReasons,
} from "#core/log/types";

/** The last moment that a JavaScript Date can tell. */
const lastMoment = 8.64e15;

export const id = z.string().regex(/^[\w-]{1,64}$/);
/**
 * Half a surrogate pair becomes another character in the database, and a NUL ends the text there:
 * what is read back would be another name. What was typed is kept as JSON, which escapes both.
 */
const notWritable = /[\p{Cs}\p{Cc}]/u;
const name = z
  .string()
  .min(1)
  .max(128)
  .refine((text) => !notWritable.test(text), "has characters that no name can have");
const outcome = z.enum(["correct", "partly", "wrong", "unreadable"]);

const confidence = z.literal([1, 2, 3]).nullable();
// Browsers measure in fractions; totals are whole.
const duration = z.number().nonnegative().max(lastMoment).transform(Math.round);

/** What every entry has. */
export const base = {
  id,
  device: id,
  sequence: z.int().positive(),
  at: z.int().nonnegative().max(lastMoment),
};

const studyDay = z
  .int()
  .min(-1)
  .max(lastMoment / 86_400_000);
const utcOffset = z.int().min(-1440).max(1440);

const review = z.object({
  ...base,
  type: z.literal("review"),
  card: name,
  cardVersion: name,
  deckVersion: name,
  mode: z.enum(modes),
  quiz: id.nullable(),
  studyDay,
  utcOffset,
  answer: z.custom<Answer>(isAnswer),
  seed: z.int(),
  verdict: outcome.nullable(),
  overruled: z.boolean(),
  confidence,
  rating: z.enum(ratings),
  duration,
});

const taking = z.object({ ...base, type: z.literal("void"), target: id, card: name });

const setting = z.object({
  ...base,
  type: z.literal("setting"),
  key: name,
  // Whatever a newer version writes, so that no setting of its is lost; the fold takes what it can read.
  value: z.unknown().refine((value) => value !== undefined, "is missing"),
});

// What a later version adds within a plan or an answer is kept: these are stored as they came.

/** A day: an exam with all the extra time there is takes a few hours. */
const longestLimit = 86_400_000;
const question = z.looseObject({
  card: name,
  seed: z.int(),
  level: z.int().min(0).max(100).optional(),
  round: z.int().nonnegative().max(1000).optional(),
});

const plan = z.looseObject({
  topics: z.array(name).max(100),
  questions: z.array(question).max(1000),
  style: z.enum(quizStyles).optional(),
  by: z.enum(quizChoices).optional(),
  seed: z.int().optional(),
  limit: z.int().positive().max(longestLimit).optional(),
  asksConfidence: z.boolean().optional(),
});

const given = z.looseObject({
  card: name,
  answer: z.custom<Answer>(isAnswer),
  confidence,
  duration,
  marked: z.boolean().optional(),
  found: z.looseObject({ verdict: outcome, overruled: z.boolean() }).optional(),
});

const quizBase = { ...base, type: z.literal("quiz"), quiz: id };
const quiz = z.discriminatedUnion("event", [
  z.object({ ...quizBase, event: z.literal("start"), plan: plan.nullable() }),
  z.object({ ...quizBase, event: z.literal("answer"), plan: z.null(), given }),
  z.object({ ...quizBase, event: z.literal("finish"), plan: z.null() }),
]);

const report = z
  .object({
    ...base,
    type: z.literal("report"),
    card: name,
    cardVersion: name,
    reason: z.enum(reportReasons),
    text: z.string().max(longestReport),
  })
  .refine(saysSomething, { path: ["text"], message: "is missing" });

const ofCard = { ...base, card: name };
const marks = [
  z.object({ ...ofCard, type: z.literal("suspend"), suspended: z.boolean() }),
  z.object({ ...ofCard, type: z.literal("bury"), studyDay, utcOffset }),
  z.object({ ...ofCard, type: z.literal("reset") }),
  z.object({ ...ofCard, type: z.literal("set-date"), dueDay: studyDay }),
  z.object({ ...ofCard, type: z.literal("flag"), flag: z.enum(flags).nullable() }),
  z.object({ ...ofCard, type: z.literal("note"), text: z.string().max(longestNote) }),
  // Its state stands under a name that is a little longer.
  z.object({
    ...{ ...base, type: z.literal("met"), known: z.boolean() },
    concept: name.refine((text) => text.length <= 120, "is too long"),
  }),
] as const;

/** The kinds that this version can read. */
export const known = z.discriminatedUnion("type", [
  review,
  taking,
  setting,
  quiz,
  report,
  ...marks,
]);

/** The fields of each known kind; of none a field may be missing, so that their number tells more. */
export const fieldsOf: Record<string, readonly string[]> = {
  review: Object.keys(review.shape),
  void: Object.keys(taking.shape),
  setting: Object.keys(setting.shape),
  "quiz start": Object.keys(quiz.options[0].shape),
  "quiz answer": Object.keys(quiz.options[1].shape),
  "quiz finish": Object.keys(quiz.options[2].shape),
  report: Object.keys(report.shape),
  ...Object.fromEntries(marks.map(({ shape }) => [shape.type.value, Object.keys(shape)])),
};

function isAnswer(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  if (value.kind === "none") return "asked" in value && isCardKind(value.asked);
  if (value.kind === "options") return isOptionsAnswer(value);
  return isCardKind(value.kind) && isAnswerOf(value.kind, value);
}

function isCardKind(value: unknown): value is CardKind {
  return cardKinds.some((cardKind) => cardKind === value);
}

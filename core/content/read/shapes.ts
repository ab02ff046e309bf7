import { z } from "zod";
import { languages } from "#core/content/lesson-types";
import { type CardKind, sections } from "#core/content/types";
import { id, slide, source, text } from "./field-shapes";
import { shownValue } from "./problem";
import { proofFields } from "./proof-shape";

/**
 * What a content file may hold, field by field, exactly as content/README.md describes it. What a
 * single field cannot tell stands in rules/.
 */

/** What a learner types is compared with this letter by letter. */
const typed = z.string().trim().min(1);

const pointId = z.string().regex(/^[0-9]+[a-z]?$/, {
  error: (issue) =>
    `"${shownValue(issue.input)}" is no point id: the slide's number, and a letter where the slide has several points.`,
});
const factId = z.string().regex(/^F[0-9]+[a-z]?$/, {
  error: (issue) =>
    `"${shownValue(issue.input)}" is no fact id: F, the first slide's number, and a letter where there are several.`,
});
const covers = z.array(
  z.string().regex(/^F?[0-9]+[a-z]?$/, {
    error: (issue) => `"${shownValue(issue.input)}" is neither a point's id nor a fact's.`,
  }),
);

export const topicShape = z.strictObject({
  id,
  title: text,
  short: z.string().trim().min(1).max(16),
  section: z.enum(sections),
  slides: z.tuple([slide, slide]),
  summary: text,
  points: z.array(z.strictObject({ id: pointId, slide, text })).min(1),
  facts: z.array(z.strictObject({ id: factId, slides: z.array(slide).min(1), text })).optional(),
});

export const conceptShape = z.strictObject({
  id,
  title: text,
  slides: z.array(slide).min(1),
  needs: z.array(id),
  // biome-ignore lint/suspicious/noThenProperty: the format's word; never awaited.
  then: text,
  now: z.strictObject({
    text,
    since: text.optional(),
    sources: z.array(source).optional(),
  }),
});

/** `first` are the cards that a beginner can think out. */
export const roadShape = z.strictObject({
  id,
  title: text,
  about: text,
  first: z.array(id).length(3),
  next: z.array(id),
  lead: z.array(id),
});

const base = {
  id,
  concept: id,
  covers,
  slides: z.array(slide).min(1).optional(),
  front: text,
  explain: text,
  sources: z.array(source).optional(),
};
const typedAnswer = {
  refuse: z.array(z.strictObject({ text: typed, why: text })).optional(),
  exact: z.boolean().optional(),
};
const option = z.strictObject({ text, why: text, right: z.boolean().optional() });
const number = z.strictObject({
  value: z.number(),
  tolerance: z.number().min(0),
  unit: text.optional(),
});

const recall = z.strictObject({ ...base, kind: z.literal("recall"), answer: text });
const list = z.strictObject({
  ...base,
  kind: z.literal("list"),
  items: z
    .array(z.strictObject({ text, note: text.optional() }))
    .min(2)
    .max(7),
});
const cloze = z.strictObject({
  ...base,
  ...typedAnswer,
  kind: z.literal("cloze"),
  accept: z.array(typed).optional(),
});
const typedText = z.strictObject({
  ...base,
  ...typedAnswer,
  kind: z.literal("text"),
  accept: z.array(typed).min(1).optional(),
  number: number.optional(),
});
const choice = z.strictObject({
  ...base,
  kind: z.literal("choice"),
  options: z.array(option).min(3).max(4),
});
const multi = z.strictObject({
  ...base,
  kind: z.literal("multi"),
  options: z.array(option).min(3).max(7),
});
const order = z.strictObject({
  ...base,
  kind: z.literal("order"),
  items: z
    .array(z.strictObject({ text, why: text.optional() }))
    .min(3)
    .max(7),
});
const match = z.strictObject({
  ...base,
  kind: z.literal("match"),
  pairs: z
    .array(z.strictObject({ left: text, right: text, why: text.optional() }))
    .min(3)
    .max(6),
});
const classify = z.strictObject({
  ...base,
  kind: z.literal("classify"),
  bins: z.array(text).min(2).max(3),
  items: z
    .array(z.strictObject({ text, bin: text, why: text }))
    .min(3)
    .max(8),
});

/** A command as it is typed: one line, or several with a backslash at each end but the last. */
const commandText = z.string().trim().min(1).max(500);
const aspects = z.array(text);
const bound = z.union([z.number(), typed]).transform(String);
const bounds = z.strictObject({
  from: bound.optional(),
  to: bound.optional(),
  or: z.array(bound).optional(),
});
const command = z.strictObject({
  ...base,
  kind: z.literal("command"),
  draw: z.record(z.string().regex(/^[a-z][a-z0-9]*$/), z.array(typed).min(2).max(12)).optional(),
  answer: commandText,
  also: z.array(commandText).optional(),
  must: aspects.optional(),
  may: aspects.optional(),
  mustNot: aspects.optional(),
  range: z.record(text, bounds).optional(),
  right: z.array(commandText).min(2),
  wrong: z
    .array(
      z.strictObject({
        text: commandText,
        verdict: z.enum(["partly", "wrong", "refused"]),
        why: text.optional(),
      }),
    )
    .min(2),
});
const output = z.strictObject({
  ...base,
  ...typedAnswer,
  kind: z.literal("output"),
  command: commandText,
  output: z.string().min(1).max(2000),
  ...proofFields,
  options: z.array(option).min(3).max(4).optional(),
  accept: z.array(typed).min(1).optional(),
  number: number.optional(),
});

const diagram = z.strictObject({
  ...base,
  kind: z.literal("diagram"),
  diagram: id,
  places: z
    .array(z.strictObject({ part: id, label: text.optional(), why: text.optional() }))
    .min(2)
    .max(6),
  extra: z
    .array(z.strictObject({ text, why: text }))
    .max(3)
    .optional(),
});

export const cardShapes = {
  recall,
  list,
  cloze,
  text: typedText,
  choice,
  multi,
  order,
  match,
  classify,
  command,
  output,
  diagram,
} satisfies Record<CardKind, z.ZodType>;

/** The lesson's own fields; each part has the shape of its form. */
export const lessonShape = z.strictObject({ topic: id, parts: z.array(z.unknown()).min(1) });

const part = { heading: text.optional(), slides: z.array(slide).min(1) };
const illustration = { ...part, caption: text };
/** A part of a lesson by the field that gives it its form. */
export const lessonPartShapes = {
  text: z.strictObject({ ...part, text }),
  now: z.strictObject({
    ...part,
    now: text,
    since: text.optional(),
    sources: z.array(source).optional(),
  }),
  code: z.strictObject({ ...illustration, code: z.string().min(1), language: z.enum(languages) }),
  terminal: z.strictObject({
    ...illustration,
    ...proofFields,
    terminal: z.string().min(1),
  }),
  diagram: z.strictObject({ ...illustration, diagram: id }),
};

export type AuthoredLessonPart = z.infer<(typeof lessonPartShapes)[keyof typeof lessonPartShapes]>;
export type AuthoredLesson = Omit<z.infer<typeof lessonShape>, "parts"> & {
  parts: AuthoredLessonPart[];
};
export type AuthoredTopic = z.infer<typeof topicShape>;
export type AuthoredRoad = z.infer<typeof roadShape>;
export type AuthoredConcept = z.infer<typeof conceptShape>;
export type AuthoredCard = z.infer<(typeof cardShapes)[CardKind]>;
export type AuthoredCardOf<K extends CardKind> = Extract<AuthoredCard, { kind: K }>;

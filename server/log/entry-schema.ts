import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "#core/content/canonical-json";
import { type CardKind, cardKinds } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { isAnswerOf, isOptionsAnswer } from "#core/grading/verdict/answer-shape";
import { protocol } from "#core/log/protocol";
import { longestReport, saysSomething } from "#core/log/report";
import {
  type Entry,
  modes,
  quizChoices,
  quizStyles,
  ratings,
  reportReasons,
} from "#core/log/types";
import { Unread } from "#server/http/unread";

/** The longest canonical JSON of one entry, in characters; a quiz of 500 questions fits. */
const maxLength = 65_536;
/** As it is sent an entry may be longer, by spaces and escapes; what is longer still is not read. */
const maxSent = 98_304;
/** The last moment that a JavaScript Date can tell. */
const lastMoment = 8.64e15;

const id = z.string().regex(/^[\w-]{1,64}$/);
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

const base = {
  id,
  device: id,
  sequence: z.int().positive(),
  at: z.int().nonnegative().max(lastMoment),
};

const review = z.object({
  ...base,
  type: z.literal("review"),
  card: name,
  cardVersion: name,
  deckVersion: name,
  mode: z.enum(modes),
  quiz: id.nullable(),
  studyDay: z
    .int()
    .min(-1)
    .max(lastMoment / 86_400_000),
  utcOffset: z.int().min(-1440).max(1440),
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

const known = z.discriminatedUnion("type", [review, taking, setting, quiz, report]);

/** The fields of each known kind; of none a field may be missing, so that their number tells more. */
const fieldsOf: Record<string, readonly string[]> = {
  review: Object.keys(review.shape),
  void: Object.keys(taking.shape),
  setting: Object.keys(setting.shape),
  "quiz start": Object.keys(quiz.options[0].shape),
  "quiz answer": Object.keys(quiz.options[1].shape),
  "quiz finish": Object.keys(quiz.options[2].shape),
  report: Object.keys(report.shape),
};

const kind = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/)
  .refine((word) => word !== "unknown", "is no kind");

/** An entry that is not read: whatever its kind makes of the rest. */
const unread = z.looseObject({ ...base, type: kind });
/** The same, as a version passes it on that has not read it. */
const passedOn = z.object({
  ...base,
  type: z.literal("unknown"),
  kind,
  body: z.looseObject({}),
});

/** The protocol number in a request; pages before protocol 1 name none. */
export const spokenProtocol = z.int().nonnegative().optional();

/** What a version can read. Tests take another one's place by it. */
export type Reader = { protocol: number; kinds: ReadonlySet<string> };
export const thisReader: Reader = {
  protocol,
  kinds: new Set(["review", "void", "setting", "quiz", "report"]),
};

/** Who reads, and the protocol number of who sent it. */
export type Reading = { reader: Reader; spoken?: number | undefined };
const among = { reader: thisReader, spoken: protocol };

export type ReadEntry =
  | {
      ok: true;
      entry: Entry;
      /** JSON of the fields that a known kind has beyond those that are known; null for none. */
      extra: string | null;
      bodyHash: string;
      size: number;
    }
  /** `id` is empty where there is none that could be read. */
  | { ok: false; id: string; reason: string };

/**
 * Reads one entry of a request. Whatever it is, it throws nothing, so that it blocks no other. What
 * only a later version can read is kept whole: a kind that is not known, and whatever comes from a
 * later version or was passed on unread and is not as its kind has to be.
 */
export function readEntry(sent: unknown, reading: Reading = among): ReadEntry {
  if (sent instanceof Unread) {
    const read = sent.read(maxSent);
    return read.ok
      ? readEntry(read.value, reading)
      : { ok: false, id: sent.id(), reason: read.reason };
  }
  return readValue(sent, reading);
}

function readValue(raw: unknown, reading: Reading): ReadEntry {
  try {
    const whole = unwrapped(raw);
    const parsed = parse(whole ?? raw, { ...reading, isPassedOn: whole !== null });
    if (!parsed.success) return { ok: false, id: idOf(raw), reason: inWords(parsed.error) };
    const entry = parsed.data;
    // As whoever made it sent it: the same text, whoever passed it on.
    const text = canonicalJson(whole ?? raw);
    if (text.length > maxLength) return { ok: false, id: idOf(raw), reason: "It is too long." };
    const bodyHash = createHash("sha256").update(text).digest("base64url");
    return { ok: true, entry, extra: extraOf(whole ?? raw, entry), bodyHash, size: text.length };
  } catch (error) {
    // Nesting so deep that the stack does not hold it.
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, id: idOf(raw), reason: "It is nested too deeply." };
  }
}

/** An entry that was passed on unread as it was made; null for any other. */
function unwrapped(raw: unknown): object | null {
  if (typeOf(raw) !== "unknown") return null;
  const { success, data } = passedOn.safeParse(raw);
  if (!success) return null;
  const { kind: type, body, id, device, sequence, at } = data;
  return { ...body, id, device, sequence, at, type };
}

type Parsed = { success: true; data: Entry } | { success: false; error: z.ZodError };

function parse(
  raw: unknown,
  { reader, spoken, isPassedOn }: Reading & { isPassedOn: boolean },
): Parsed {
  const type = typeOf(raw);
  if (type === "unknown") return passedOn.safeParse(raw);
  if (type !== undefined && !reader.kinds.has(type)) return parseUnread(raw);
  const parsed = known.safeParse(raw);
  if (parsed.success || !(isPassedOn || (spoken ?? 0) > reader.protocol)) return parsed;
  const kept = parseUnread(raw);
  return kept.success ? kept : parsed;
}

function parseUnread(raw: unknown): Parsed {
  const parsed = unread.safeParse(raw);
  if (!parsed.success) return parsed;
  const { id, device, sequence, at, type: kind, ...body } = parsed.data;
  return { success: true, data: { id, device, sequence, at, type: "unknown", kind, body } };
}

function extraOf(raw: unknown, entry: Entry): string | null {
  if (entry.type === "unknown" || typeof raw !== "object" || raw === null) return null;
  const kind = entry.type === "quiz" ? `quiz ${entry.event}` : entry.type;
  const fields = fieldsOf[kind] ?? [];
  const more = Object.entries(raw);
  if (more.length === fields.length) return null;
  return JSON.stringify(Object.fromEntries(more.filter(([name]) => !fields.includes(name))));
}

function isAnswer(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("kind" in value)) return false;
  if (value.kind === "none") return "asked" in value && isCardKind(value.asked);
  if (value.kind === "options") return isOptionsAnswer(value);
  return isCardKind(value.kind) && isAnswerOf(value.kind, value);
}

function isCardKind(value: unknown): value is CardKind {
  return cardKinds.some((cardKind) => cardKind === value);
}

function typeOf(raw: unknown): string | undefined {
  if (typeof raw !== "object" || raw === null || !("type" in raw)) return undefined;
  return typeof raw.type === "string" ? raw.type : undefined;
}

function idOf(raw: unknown): string {
  if (typeof raw !== "object" || raw === null || !("id" in raw)) return "";
  return id.safeParse(raw.id).data ?? "";
}

function inWords(error: z.ZodError): string {
  const [first] = error.issues;
  const where = first?.path.join(".") || "the entry";
  return `${where}: ${first?.message ?? "is wrong"}`;
}

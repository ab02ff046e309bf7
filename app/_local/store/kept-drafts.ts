import type { CardKind } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { isAnswerOf } from "#core/grading/verdict/answer-shape";
import { readShort, removeShort, shortKeys, writeShort } from "#local/browser/short-storage";

/** An answer in the making, of which the log does not know yet. */
export type KeptDraft = {
  card: string;
  /** Names the card as it was asked, where it may be asked otherwise the next time. */
  asked?: string | undefined;
  answer: Answer;
  /** When it was changed last, milliseconds since 1970. */
  at: number;
  /** Milliseconds spent on its question up to then. */
  duration: number;
};

const prefix = "mooring.draft.";
const quizPrefix = (owner: string, quiz: string): string => `${prefix}${owner}.${quiz}.`;

/**
 * Keeps an answer in the making where it is kept at once: the browser's store takes some
 * milliseconds, and each key would be an entry there. One stands for each question of a quiz.
 */
export function keepDraft(owner: string, quiz: string, draft: KeptDraft): void {
  // Where that is full or forbidden, it is kept when the typing rests.
  writeShort(`${quizPrefix(owner, quiz)}${draft.card}`, JSON.stringify(draft));
}

/** The answer in the making to one card, as long as that is asked as it was then; or null. */
export function keptDraft(
  owner: string,
  quiz: string,
  { card, asked }: Pick<KeptDraft, "card" | "asked">,
): KeptDraft | null {
  const draft = readDraft(readShort(`${quizPrefix(owner, quiz)}${card}`));
  return draft && draft.asked === asked ? draft : null;
}

/** Lets go of an answer in the making, since the log has it. */
export function dropDraft(owner: string, quiz: string, card: string): void {
  removeShort(`${quizPrefix(owner, quiz)}${card}`);
}

/** The answers in the making of a quiz that no page brought into the log, the earliest first. */
export function keptDrafts(owner: string, quiz: string): KeptDraft[] {
  return shortKeys(quizPrefix(owner, quiz))
    .flatMap((key) => readDraft(readShort(key)) ?? [])
    .sort((one, other) => one.at - other.at);
}

/** Forgets all of a quiz that is over. */
export function dropDrafts(owner: string, quiz: string): void {
  for (const key of shortKeys(quizPrefix(owner, quiz))) removeShort(key);
}

/** Gives one owner's to another, with the quizzes that they belong to. */
export function handOnDrafts(from: string, to: string): void {
  for (const key of shortKeys(`${prefix}${from}.`)) {
    const draft = readShort(key);
    const { length } = `${prefix}${from}`;
    // It takes no more room than before.
    removeShort(key);
    if (draft !== null) writeShort(`${prefix}${to}${key.slice(length)}`, draft);
  }
}

/** Forgets those of an owner who leaves this browser. */
export function dropAllDrafts(owner: string): void {
  for (const key of shortKeys(`${prefix}${owner}.`)) removeShort(key);
}

/** Null for what is no such answer: damaged, or of another version. */
export function readDraft(text: string | null): KeptDraft | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is KeptDraft {
  if (!isRecord(value) || !isRecord(value.answer)) return false;
  const { card, asked, answer, at, duration } = value;
  if (asked !== undefined && typeof asked !== "string") return false;
  if (typeof card !== "string" || !Number.isFinite(at) || !Number.isFinite(duration)) return false;
  return typeof answer.kind === "string" && isAnswerOf(answer.kind as CardKind, answer);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

import { inLogOrder } from "#core/log/order";
import type { Entry, QuizPlan, Review } from "#core/log/types";

/** A quiz as the log tells it. */
export type QuizRecord = {
  quiz: string;
  plan: QuizPlan;
  /** Milliseconds since 1970. */
  startedAt: number;
  finishedAt: number | null;
  /** One for each question of the plan; null while it has no answer. */
  answers: (Review | null)[];
};

/**
 * Every quiz in the log, in the order they were started. A question answered twice (on two devices,
 * or after going back) counts its first answer that no void takes back.
 */
export function readQuizzes(entries: readonly Entry[]): QuizRecord[] {
  const ordered = inLogOrder(entries);
  const voided = new Set(ordered.flatMap((entry) => (entry.type === "void" ? [entry.target] : [])));
  const answers = new Map<string, Review>();
  for (const entry of ordered) {
    if (entry.type !== "review" || entry.quiz === null || voided.has(entry.id)) continue;
    const key = keyOf(entry.quiz, entry.card);
    if (!answers.has(key)) answers.set(key, entry);
  }
  return recordsOf(ordered, answers);
}

/** First answers by quiz and card. */
type Answers = ReadonlyMap<string, Review>;

function recordsOf(ordered: readonly Entry[], answers: Answers): QuizRecord[] {
  const records = new Map<string, QuizRecord>();
  for (const entry of ordered) {
    if (entry.type !== "quiz" || entry.event !== "start" || !entry.plan) continue;
    if (records.has(entry.quiz)) continue;
    records.set(entry.quiz, {
      quiz: entry.quiz,
      plan: entry.plan,
      startedAt: entry.at,
      finishedAt: null,
      answers: entry.plan.questions.map(({ card }) => answers.get(keyOf(entry.quiz, card)) ?? null),
    });
  }
  for (const entry of ordered) {
    const record = entry.type === "quiz" && entry.event === "finish" && records.get(entry.quiz);
    if (record) record.finishedAt ??= entry.at;
  }
  return [...records.values()];
}

const keyOf = (quiz: string, card: string): string => JSON.stringify([quiz, card]);

import { inLogOrder } from "#core/log/order";
import type { Entry, QuizEntry, QuizGiven, QuizPlan, Review } from "#core/log/types";
import { isLate } from "#core/quiz/exam/exam-clock";

/** What was given to a question, and when by the device's clock, milliseconds since 1970. */
export type Given = QuizGiven & { at: number };

/** A quiz as the log tells it. */
export type QuizRecord = {
  quiz: string;
  plan: QuizPlan;
  /** Milliseconds since 1970. */
  startedAt: number;
  finishedAt: number | null;
  /** One for each question of the plan; null while it has no answer. */
  answers: (Review | null)[];
  /** Of an exam and of a placement, the last answer given in time to each question, counted or not. */
  given: (Given | null)[];
  /** Indexes of the answered questions in the order of their answers. */
  asked: number[];
  /** A placement that was taken back: its answers count for nothing and are only told. */
  takenBack: boolean;
};

/**
 * Every quiz in the log, in the order they were started. A question answered twice (on two devices,
 * or after going back) counts its first answer that no void takes back; in an exam that is not
 * handed in yet, the last one. Of an exam that two devices handed in, the first hand-in counts alone.
 */
export function readQuizzes(entries: readonly Entry[]): QuizRecord[] {
  const ordered = inLogOrder(entries);
  const voided = new Set(ordered.flatMap((entry) => (entry.type === "void" ? [entry.target] : [])));
  const records = startsIn(ordered);
  const submitted = submissionsIn(ordered, records);
  const counts = (entry: Review) =>
    !voided.has(entry.id) && (submitted.get(entry.quiz ?? "") ?? entry.device) === entry.device;
  for (const entry of ordered) {
    if (entry.type === "review" && counts(entry)) takeReview(records, entry);
    else if (entry.type === "quiz") takeQuizEntry(records, entry);
  }
  for (const record of records.values()) {
    if (isTakenBack(record)) takeVoided(record, ordered);
  }
  return [...records.values()];
}

/** Finished with no answer left: what was taken back one by one would have another in its place. */
function isTakenBack({ plan, finishedAt, answers }: QuizRecord): boolean {
  return plan.style === "placement" && finishedAt !== null && answers.every((one) => one === null);
}

/** Of each question the last answer: one that was overruled stands where the one before it stood. */
function takeVoided(record: QuizRecord, ordered: readonly Entry[]): void {
  for (const entry of ordered) {
    if (entry.type !== "review" || entry.quiz !== record.quiz) continue;
    const place = placeOf(record, entry.card);
    if (place < 0) continue;
    if (!record.asked.includes(place)) record.asked.push(place);
    record.answers[place] = entry;
    record.takenBack = true;
  }
}

type Records = ReadonlyMap<string, QuizRecord>;

/** A start counts wherever it stands: a device whose clock was behind may have written it later. */
function startsIn(ordered: readonly Entry[]): Map<string, QuizRecord> {
  const records = new Map<string, QuizRecord>();
  for (const entry of ordered) {
    if (entry.type !== "quiz" || entry.event !== "start" || !entry.plan) continue;
    if (records.has(entry.quiz)) continue;
    const { quiz, plan, at } = entry;
    const none = plan.questions.map(() => null);
    records.set(quiz, {
      ...{ quiz, plan, startedAt: at, finishedAt: null },
      ...{ answers: none, given: [...none], asked: [], takenBack: false },
    });
  }
  return records;
}

/** By each exam that was handed in, the device that did so first. */
function submissionsIn(ordered: readonly Entry[], records: Records): Map<string, string> {
  const submitted = new Map<string, string>();
  for (const entry of ordered) {
    if (entry.type !== "quiz" || entry.event !== "finish" || submitted.has(entry.quiz)) continue;
    if (records.get(entry.quiz)?.plan.style === "exam") submitted.set(entry.quiz, entry.device);
  }
  return submitted;
}

function takeReview(records: Records, review: Review): void {
  const record = review.quiz === null ? undefined : records.get(review.quiz);
  const place = record ? placeOf(record, review.card) : -1;
  if (!record || place < 0 || record.answers[place]) return;
  record.answers[place] = review;
  if (!record.asked.includes(place)) record.asked.push(place);
}

function takeQuizEntry(records: Records, entry: QuizEntry): void {
  const record = records.get(entry.quiz);
  if (!record) return;
  if (entry.event === "finish") record.finishedAt ??= entry.at;
  if (entry.event !== "answer" || isLate(record, entry.at)) return;
  const place = placeOf(record, entry.given.card);
  if (place < 0) return;
  record.given[place] = { ...entry.given, at: entry.at };
  // An exam is gone through in any order.
  if (record.plan.style !== "exam" && !record.asked.includes(place)) record.asked.push(place);
}

const placeOf = ({ plan }: QuizRecord, card: string): number =>
  plan.questions.findIndex((question) => question.card === card);

import "server-only";
import { z } from "zod";
import { checkExam, type ExamCheck } from "#core/quiz/exam/exam-check";
import type { Database } from "#db/client";
import type { Learner } from "#server/session/session";
import { spokenProtocol } from "./entry-schema";
import { wholeQuiz } from "./newest-quizzes";

export const examRequest = z.object({
  account: z.string().max(64),
  quiz: z.string().max(64),
  protocol: spokenProtocol,
});

type Asked = z.infer<typeof examRequest> & { learner: Learner; now: number };

/**
 * What the server witnessed of an exam of the learner's: `exam` is null while it knows of none. All
 * is null when the session is not of the account that asks.
 */
export async function readExam(
  database: Database,
  { learner, account, quiz, now }: Asked,
): Promise<{ exam: ExamCheck | null } | null> {
  if (account !== learner.id) return null;
  const rows = await wholeQuiz(database, { learner: learner.id, quiz });
  return { exam: rows && checkExam(rows, now) };
}

import { protocol } from "#core/log/protocol";
import type { ExamCheck } from "#core/quiz/exam/exam-check";
import { currentLearner } from "#local/store/learner";
import { learnerDatabase } from "#local/store/learner-store";
import { readDevice } from "#local/store/local-log";
import { postJson } from "./post-json";
import { syncNow } from "./sync";

/** What the server witnessed; `isOwn`: this browser began the exam. */
export type HeardExam = ExamCheck & { isOwn: boolean; heardAt: number };

/**
 * What the server knows of an exam, once it has been told all that this browser knows. Null for a
 * guest, with no network, or when it knows of no such exam.
 */
export async function askExam(quiz: string): Promise<HeardExam | null> {
  const owner = currentLearner()?.owner;
  if (owner?.kind !== "account" || (await syncNow()) !== "done") return null;
  const asked = { protocol, account: owner.id, quiz };
  const posted = await postJson<{ exam: ExamCheck | null }>("/api/exam", asked);
  const exam = posted.ok ? posted.value.exam : null;
  if (!exam) return null;
  const device = await readDevice(await learnerDatabase());
  return { ...exam, isOwn: exam.startedOn === device, heardAt: Date.now() };
}

import type { DeckIndex } from "#core/content/types";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { isSameSubmission } from "#core/quiz/taking/same-submission";
import { learnerDatabase } from "#local/store/learner-store";
import { readDevice, readQuiz } from "#local/store/local-log";
import { syncNow } from "#local/sync/sync";
import { type Opened, openQuiz } from "./open-quiz";

/** Who ended a quiz: another device, before this one did or while it was open here; another tab. */
export type Otherwise = "first" | "elsewhere" | "tab";

/**
 * An exam as the log has it once the server knows it, with who handed it in where that was not this
 * device: the first hand-in counts. Null while the server cannot be asked, or it is not over.
 */
export async function settleExam(
  index: DeckIndex,
  session: QuizSession,
): Promise<(Opened & { otherwise?: Otherwise }) | null> {
  if ((await syncNow()) !== "done") return null;
  const settled = await openQuiz(index, session.quiz);
  if (settled?.session.stage.at !== "finished") return null;
  if (session.stage.at !== "finished") {
    return { ...settled, otherwise: await whoEnded(session.quiz) };
  }
  return isSameSubmission(session, settled.session) ? settled : { ...settled, otherwise: "first" };
}

/** Whether another tab of this browser ended a quiz that was open here, or another device. */
export async function whoEnded(quiz: string): Promise<Otherwise> {
  const database = await learnerDatabase();
  const [device, entries] = await Promise.all([readDevice(database), readQuiz(database, quiz)]);
  const end = entries.find((entry) => entry.type === "quiz" && entry.event === "finish");
  return end?.device === device ? "tab" : "elsewhere";
}

import type { DeckIndex } from "#core/content/types";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { isSameSubmission } from "#core/quiz/taking/same-submission";
import { syncNow } from "#local/sync/sync";
import { type Opened, openQuiz } from "./open-quiz";

/** Who handed an exam in: another device, before this one did or while it was open here. */
export type Otherwise = "first" | "elsewhere";

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
  if (session.stage.at !== "finished") return { ...settled, otherwise: "elsewhere" };
  return isSameSubmission(session, settled.session) ? settled : { ...settled, otherwise: "first" };
}

import { advanceQuiz } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizStep } from "#core/quiz/taking/quiz-session";
import { deviceNow } from "#local/store/device-time";
import { dropDrafts, keptDrafts } from "#local/store/kept-drafts";
import { currentLearner } from "#local/store/learner";
import { newId } from "#local/store/new-id";
import { ownerKey } from "#local/store/owner";

/**
 * A step of an exam with what was being answered when its page, or another tab's, was closed or broke
 * down before the log had it. Each counts as of the moment at which it was made.
 */
export function takeInDrafts({ session, emits }: QuizStep): QuizStep {
  const learner = currentLearner();
  if (!learner || !isExam(session)) return { session, emits };
  const owner = ownerKey(learner.owner);
  if (session.stage.at === "finished") dropDrafts(owner, session.quiz);
  const { utcOffset } = deviceNow();
  let taken: QuizStep = { session, emits };
  for (const { card, answer, at, duration } of keptDrafts(owner, session.quiz)) {
    const question = session.plan.questions.findIndex((one) => one.card === card);
    const given = session.given[question];
    if (question < 0 || (given && given.at >= at)) continue;
    const now = { ms: at, utcOffset };
    const event = { type: "keep", question, answer, duration, now, id: newId() } as const;
    const step = advanceQuiz(taken.session, event);
    taken = { session: step.session, emits: [...taken.emits, ...step.emits] };
  }
  return taken;
}

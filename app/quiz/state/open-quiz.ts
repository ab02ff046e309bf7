import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { type QuizSummary, quizHistory } from "#core/quiz/history/quiz-history";
import { advanceQuiz } from "#core/quiz/taking/advance-quiz";
import { type QuizStep, resumeSession, startQuiz } from "#core/quiz/taking/quiz-session";
import { loadPart } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { learnerDatabase, writesDone } from "#local/store/learner-store";
import { readQuiz, readQuizEntries } from "#local/store/local-log";
import { newId } from "#local/store/new-id";
import { notedPlace } from "./exam-place";
import { takeInDrafts } from "./take-in-drafts";

/** A quiz and those taken before it. */
export type Opened = QuizStep & { history: QuizSummary[] };

/** A new quiz. Nothing is logged of one whose questions cannot be had. */
export async function startNew(index: DeckIndex, plan: QuizPlan): Promise<Opened> {
  await loadTopics(index, plan);
  const started = { plan, deckVersion: index.version, now: deviceNow(), id: newId() };
  return { ...startQuiz({ ...started, quiz: newId() }), history: await readHistory(index) };
}

/** The quiz of this id where it was left; null when this device knows none. */
export async function openQuiz(index: DeckIndex, quiz: string): Promise<Opened | null> {
  await writesDone();
  const entries = await readQuiz(await learnerDatabase(), quiz);
  const back = {
    quiz,
    entries,
    deckVersion: index.version,
    now: deviceNow(),
    id: newId(),
  };
  const resumed = resumeSession(back);
  if (!resumed) return null;
  await loadTopics(index, resumed.session.plan);
  const step = atItsPlace(takeInDrafts(resumed));
  return { ...step, history: await readHistory(index) };
}

/** An exam at the question that was on the page when it was loaded again. */
function atItsPlace({ session, emits }: QuizStep): QuizStep {
  const question = session.stage.at === "asking" ? notedPlace(session.quiz) : null;
  if (question === null) return { session, emits };
  const step = advanceQuiz(session, { type: "go", question, now: deviceNow() });
  return { session: step.session, emits };
}

/** Every quiz that this device knows, the latest first. */
export async function readHistory(index: DeckIndex): Promise<QuizSummary[]> {
  await writesDone();
  return quizHistory(await readQuizEntries(await learnerDatabase()), index);
}

/** Loads all that a plan asks. Rejects, in words, when it cannot be reached. */
async function loadTopics(index: DeckIndex, plan: QuizPlan): Promise<void> {
  const cards = new Set(plan.questions.map(({ card }) => card));
  const topics = new Set(index.cards.filter(({ id }) => cards.has(id)).map(({ topic }) => topic));
  await Promise.all([...topics].map((topic) => loadPart(index, topic)));
}

import { sampleCard } from "#core/content/sample-card";
import type { ChoiceCard, ClassifyCard } from "#core/content/types";
import { gradePlain } from "#core/grading/grade-plain";
import type { Answer } from "#core/grading/types";
import type { Entry, QuizPlan } from "#core/log/types";
import { advanceQuiz, type QuizEvent } from "./advance-quiz";
import { type QuizSession, type QuizStep, resumeSession, startQuiz } from "./quiz-session";

/** Quizzes that could have been taken: for tests, never for a learner. */

const made = (id: string) => ({ ...sampleCard, id, concept: id, topic: "lxc" });
const choice = (id: string): ChoiceCard => ({
  ...made(id),
  kind: "choice",
  options: [
    { text: "yes", right: true, why: "so it is" },
    { text: "no", right: false, why: "not so" },
  ],
});
/** Sorted rightly by the bins 0, 1, 1. */
const sorting: ClassifyCard = {
  ...made("d"),
  kind: "classify",
  bins: ["host", "guest"],
  items: [0, 1, 1].map((bin, item) => ({ text: `item ${item}`, bin, why: "" })),
};
/** Three cards with options, of which the first is right, and one to be sorted. */
export const madeCards = [...["a", "b", "c"].map(choice), sorting];

const plan: QuizPlan = {
  topics: ["lxc"],
  questions: ["a", "b", "c"].map((card, seed) => ({ card, seed })),
  style: "exam",
  limit: 60_000,
};
/** The same with a question that is answered part by part. */
export const withSorting = { questions: [...plan.questions, { card: "d", seed: 3 }] };

export const nowAt = (second: number) => ({ ms: second * 1000, utcOffset: 0 });
export const cardAt = (question: number) => madeCards[question] ?? choice("none");

export function answerAt(question: number, option: number, second: number): QuizEvent {
  const asked = cardAt(question);
  const answer = { kind: "choice", option } as const;
  const verdict = gradePlain(asked, answer);
  return { type: "answer", card: asked, answer, verdict, now: nowAt(second), id: `e${second}` };
}

/** What stands in a question's inputs when they rest. */
export function keepAt(question: number, answer: Answer, second: number): QuizEvent {
  const at = { now: nowAt(second), id: `e${second}`, duration: second * 1000 };
  return { type: "keep", question, answer, ...at };
}

export function handInAt(session: QuizSession, second: number, places = false): QuizEvent {
  const graded = session.given.flatMap((given, question) => {
    const card = cardAt(question);
    return given ? [{ card, verdict: gradePlain(card, given.answer, true) }] : [];
  });
  return { type: "hand-in", graded, now: nowAt(second), places };
}

/** Keeps a log as a store would, and the session that it leads to. */
export function quizStory(some: Partial<QuizPlan> = {}) {
  const log: Entry[] = [];
  const start = { quiz: "q", deckVersion: "d1", now: nowAt(0), id: "s" };
  let session = keep(startQuiz({ ...start, plan: { ...plan, ...some } }));
  return { log, press, current: () => session };
  function keep(step: QuizStep): QuizSession {
    for (const draft of step.emits) {
      log.push({ ...draft, device: "d", sequence: log.length + 1 } as Entry);
    }
    return step.session;
  }
  function press(event: QuizEvent): QuizSession {
    session = keep(advanceQuiz(session, event));
    return session;
  }
}

/** The session that a log leads to. */
export const resumed = (log: readonly Entry[], second: number): QuizSession | undefined =>
  resumeSession({ quiz: "q", entries: log, deckVersion: "d1", now: nowAt(second), id: "back" })
    ?.session;

import type { Verdict } from "#core/grading/types";
import type { Entry, QuizEntry, QuizPlan, Review, Void } from "#core/log/types";
import type { DeviceTime } from "#core/scheduling/types";
import { resumeQuiz } from "./resume-quiz";

type WithoutPlace<E> = E extends unknown ? Omit<E, "device" | "sequence"> : never;
/** Entries before the store gives them their place on this device. */
export type ReviewDraft = WithoutPlace<Review>;
export type QuizDraft = WithoutPlace<QuizEntry>;
export type VoidDraft = WithoutPlace<Void>;

/** What the page shows. `question` is an index into the plan. */
export type QuizStage =
  /** `problem`: what could not be read in the last try. `shownAt`: milliseconds since 1970. */
  | { at: "asking"; question: number; shownAt: number; problem: Verdict | null }
  /** `review`: the answer as the log has it; of an overruled one, what stands in its place. */
  | { at: "feedback"; question: number; review: ReviewDraft; verdict: Verdict }
  | { at: "finished" };

/** A quiz on the page; style practice, with feedback at once. */
export type QuizSession = {
  quiz: string;
  plan: QuizPlan;
  deckVersion: string;
  /** One for each question; null while it has no answer. */
  answers: readonly (ReviewDraft | null)[];
  stage: QuizStage;
};

/** The session after an event, with the entries to be appended to the log. */
export type QuizStep = { session: QuizSession; emits: (ReviewDraft | VoidDraft | QuizDraft)[] };

export type QuizStart = {
  quiz: string;
  plan: QuizPlan;
  deckVersion: string;
  now: DeviceTime;
  /** The entry's id. */
  id: string;
};

/** Begins a quiz; its plan goes into the log, so that it can be resumed anywhere. */
export function startQuiz({ quiz, plan, deckVersion, now, id }: QuizStart): QuizStep {
  const answers = plan.questions.map(() => null);
  return {
    session: { quiz, plan, deckVersion, answers, stage: askFrom(answers, 0, now) },
    emits: [{ type: "quiz", id, at: now.ms, quiz, event: "start", plan }],
  };
}

export type QuizReturn = {
  quiz: string;
  entries: readonly Entry[];
  deckVersion: string;
  now: DeviceTime;
  /** The id of an entry, in case there is one to write. */
  id: string;
};

/**
 * The session of a quiz in the log, at its first open question; null when the log has none. One
 * that was left after its last answer is finished now.
 */
export function resumeSession(back: QuizReturn): QuizStep | null {
  const { quiz, entries, deckVersion, now } = back;
  const standing = resumeQuiz(entries, quiz);
  if (!standing) return null;
  const { plan, answers, next, finished } = standing;
  const stage: QuizStage = finished ? { at: "finished" } : askFrom(answers, next, now);
  const session = { quiz, plan, deckVersion, answers, stage };
  const ends = !finished && stage.at === "finished";
  return { session, emits: ends ? [finishEntry(quiz, back)] : [] };
}

/** The first open question from an index on; finished when there is none. */
export function askFrom(answers: QuizSession["answers"], from: number, now: DeviceTime): QuizStage {
  const question = answers.findIndex((answer, index) => index >= from && answer === null);
  if (question < 0) return { at: "finished" };
  return { at: "asking", question, shownAt: now.ms, problem: null };
}

/** What closes a quiz in the log. */
export function finishEntry(quiz: string, { now, id }: { now: DeviceTime; id: string }): QuizDraft {
  return { type: "quiz", id, at: now.ms, quiz, event: "finish", plan: null };
}

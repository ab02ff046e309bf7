import type { MachineCard } from "#core/grading/machine-card";
import type { Answer, Verdict } from "#core/grading/types";
import type { Entry, QuizEntry, QuizPlan, Review, Void } from "#core/log/types";
import { deadlineOf } from "#core/quiz/exam/exam-clock";
import { isGiven } from "#core/quiz/exam/is-blank";
import type { Given } from "#core/quiz/history/read-quizzes";
import { isRight } from "#core/quiz/score/score-quiz";
import type { DeviceTime } from "#core/scheduling/types";
import { nextQuestion } from "./next-question";
import { resumeQuiz } from "./resume-quiz";

type WithoutPlace<E> = E extends unknown ? Omit<E, "device" | "sequence"> : never;
/** Entries before the store gives them their place on this device. */
export type ReviewDraft = WithoutPlace<Review>;
export type QuizDraft = WithoutPlace<QuizEntry>;
export type VoidDraft = WithoutPlace<Void>;

/** An answer that was graded; nothing is told or written of it yet. */
export type Pending = {
  card: MachineCard;
  answer: Answer;
  verdict: Verdict;
  now: DeviceTime;
  /** The id of the entry that follows. */
  id: string;
};

/** A question on the page, by its index in the plan. */
export type Shown = {
  question: number;
  /** Milliseconds since 1970. */
  shownAt: number;
  /** Milliseconds that were spent on it before. */
  spent: number;
};

/** What the page shows. `question` is an index into the plan. */
export type QuizStage =
  /** `problem`: what could not be read in the last try. */
  | ({ at: "asking"; problem: Verdict | null } & Shown)
  /** Answered, and asked how sure; the verdict is not told before that. */
  | ({ at: "sure"; pending: Pending } & Shown)
  /** `review`: the answer as the log has it; of an overruled one, what stands in its place. */
  | { at: "feedback"; question: number; review: ReviewDraft; verdict: Verdict }
  /** Of an exam: all questions, to go back to one or to hand in. */
  | { at: "overview" }
  /** Of a placement: all is answered, and nothing placed before the learner agrees. */
  | { at: "placing" }
  | { at: "finished" };

/** A quiz on the page. */
export type QuizSession = {
  quiz: string;
  plan: QuizPlan;
  deckVersion: string;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** When the time is up by this device's clock, milliseconds since 1970; null when it is not timed. */
  deadline: number | null;
  /** One for each question; null while it has no answer. */
  answers: readonly (ReviewDraft | null)[];
  /** Of an exam and of a placement, what was given so far, one for each question. */
  given: readonly (Given | null)[];
  /** Indexes of the questions in the order they were asked, the one asked now last. */
  asked: readonly number[];
  /** A placement whose answers count for nothing any more. */
  takenBack: boolean;
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
  const none = plan.questions.map(() => null);
  const begun: QuizSession = {
    ...{ quiz, plan, deckVersion, startedAt: now.ms, answers: none, given: none, asked: [] },
    ...{ deadline: deadlineOf({ plan, startedAt: now.ms }), takenBack: false },
    stage: { at: "finished" },
  };
  return {
    session: askNext(begun, now),
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
 * The session of a quiz in the log, at its next question; null when the log has none. One that was
 * left after its last answer is finished now; an exam is handed in by the learner or by its clock.
 */
export function resumeSession(back: QuizReturn): QuizStep | null {
  const { quiz, entries, deckVersion, now } = back;
  const standing = resumeQuiz(entries, quiz);
  if (!standing) return null;
  const { plan, answers, given, asked, startedAt, finished, takenBack } = standing;
  const left: QuizSession = {
    ...{ quiz, plan, deckVersion, startedAt, answers, given, asked, takenBack },
    deadline: deadlineOf(standing),
    stage: { at: "finished" },
  };
  if (finished) return { session: left, emits: [] };
  const session = askNext(left, now);
  const ends = session.stage.at === "finished";
  return { session, emits: ends ? [finishEntry(quiz, back)] : [] };
}

type Planned = Pick<QuizSession, "plan">;
export const isExam = ({ plan }: Planned): boolean => plan.style === "exam";
export const isPlacement = ({ plan }: Planned): boolean => plan.style === "placement";

/** Whether a question was answered rightly; null while nothing is known of it. */
export function wasRight({ answers, given }: QuizSession, question: number): boolean | null {
  const answer = answers[question] ?? given[question]?.found;
  return answer ? isRight(answer) : null;
}

/**
 * The session at its next question. When there is none an exam is at its overview, a placement waits
 * for the learner's word, any other quiz is finished.
 */
export function askNext(session: QuizSession, now: DeviceTime): QuizSession {
  if (isExam(session)) return askOpen(session, now);
  const { plan, asked } = session;
  const outcomes = asked.map((question) => {
    return { question, right: wasRight(session, question) ?? false };
  });
  const question = nextQuestion(plan, outcomes);
  if (question === null) {
    return { ...session, stage: { at: isPlacement(session) ? "placing" : "finished" } };
  }
  return ask({ ...session, asked: [...asked, question] }, question, now);
}

/** An exam's next question without an answer, after the one asked last; its overview if none is. */
function askOpen(session: QuizSession, now: DeviceTime): QuizSession {
  const { given, asked } = session;
  const open = given.flatMap((one, index) => (isGiven(one) ? [] : [index]));
  const last = asked.at(-1) ?? -1;
  const question = open.find((index) => index > last) ?? open[0];
  if (question === undefined) return { ...session, stage: { at: "overview" } };
  return ask({ ...session, asked: [...asked, question] }, question, now);
}

/** The session at one question of the plan. */
export function ask(session: QuizSession, question: number, now: DeviceTime): QuizSession {
  const spent = session.given[question]?.duration ?? 0;
  return { ...session, stage: { at: "asking", question, shownAt: now.ms, spent, problem: null } };
}

/** What closes a quiz in the log. */
export function finishEntry(quiz: string, { now, id }: { now: DeviceTime; id: string }): QuizDraft {
  return { type: "quiz", id, at: now.ms, quiz, event: "finish", plan: null };
}

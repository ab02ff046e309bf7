import type { Answer, Outcome } from "#core/grading/types";

/**
 * The log: the grow-only set of typed entries of one learner. It is the truth; card states, totals
 * and queues are folded from it. An entry is never changed; the learner and its id are its key.
 */

export const ratings = ["again", "hard", "good", "easy"] as const;
export type Rating = (typeof ratings)[number];

/** `placement` is a quiz's answer that may start a card's schedule. */
export const modes = ["study", "quiz", "placement"] as const;
export type Mode = (typeof modes)[number];

/** Learner's trust in an answer before seeing the verdict: 1 guess, 2 think so, 3 sure. */
export type Confidence = 1 | 2 | 3;

/** What every entry has. */
export type EntryBase = {
  /** Made on the device (UUID). */
  id: string;
  /** Which device wrote it, and its running number there, from 1. */
  device: string;
  sequence: number;
  /** The device's clock, milliseconds since 1970. */
  at: number;
};

/** One answered card at one moment. */
export type Review = EntryBase & {
  type: "review";
  card: string;
  cardVersion: string;
  deckVersion: string;
  mode: Mode;
  /** The quiz's id in mode quiz, else null. */
  quiz: string | null;
  /** Day number in the learner's own zone, changing at 4 am; 0 is 1970-01-01. */
  studyDay: number;
  /** Minutes east of UTC when it was answered. */
  utcOffset: number;
  answer: Answer;
  /** What the options were shuffled by. */
  seed: number;
  /** What the device showed, or the server found instead; null for kinds rated by the learner alone. */
  verdict: Outcome | null;
  /** The learner said "I was right" to a verdict that was not `correct`. */
  overruled: boolean;
  confidence: Confidence | null;
  rating: Rating;
  /** From seeing the card to answering it, milliseconds. */
  duration: number;
};

/** Takes a review or a mark back: the fold leaves it out. `card` is whose entry that is (./marks). */
export type Void = EntryBase & { type: "void"; target: string; card: string };

/**
 * A value the learner chose, any JSON; the last one in the log's order that can be read holds. Keys
 * and values that this version does not know are kept and passed on.
 */
export type SettingEntry = EntryBase & { type: "setting"; key: string; value: unknown };

/**
 * A quiz's questions and end: `event` start holds the whole plan, so that any device can resume it;
 * `event` answer is what was given so far in an exam or a placement, the last one to a card counts;
 * `event` finish closes it. Scores are computed from the quiz's reviews, never stored here. An exam
 * writes its reviews when it is handed in, a placement when the learner has agreed to it.
 */
export type QuizEntry = EntryBase & { type: "quiz"; quiz: string } & (
    | { event: "start"; plan: QuizPlan | null }
    | { event: "answer"; plan: null; given: QuizGiven }
    | { event: "finish"; plan: null }
  );

/** practice: feedback at once. exam: timed, feedback at the end. options: one option at a time. */
export const quizStyles = ["practice", "exam", "options", "placement"] as const;
export type QuizStyle = (typeof quizStyles)[number];

/** By what a quiz's questions were chosen. */
export const quizChoices = ["topics", "concepts", "weakest"] as const;
export type QuizChoice = (typeof quizChoices)[number];

/** What is optional is missing in the plans of earlier versions. */
export type QuizPlan = {
  topics: string[];
  /** In the order of an exam; other styles go through them by the learner's answers. */
  questions: QuizQuestion[];
  /** Missing: practice. */
  style?: QuizStyle;
  /** Missing: topics. */
  by?: QuizChoice;
  /** What everything in it was shuffled by. */
  seed?: number;
  /** Milliseconds that an exam gives, the learner's extra time included. */
  limit?: number;
  /** Whether each answer is followed by "how sure are you?". */
  asksConfidence?: boolean;
};

export type QuizQuestion = {
  card: string;
  /** Shuffles what the card shows. */
  seed: number;
  /** How hard it was judged to be when the quiz was built, 0 to 100. */
  level?: number;
  /** How many questions on the same concept are asked before it; missing: none. */
  round?: number;
};

/** An answer that counts for nothing yet, whole or in part: of an exam, or of a placement. */
export type QuizGiven = {
  card: string;
  /** Of an exam's question that was only marked, of kind none. */
  answer: Answer;
  confidence: Confidence | null;
  /** Milliseconds spent on the question so far. */
  duration: number;
  /** The learner wants to look at the question again. */
  marked?: boolean;
  /** Of a placement, which tells at once how an answer was. */
  found?: { verdict: Outcome; overruled: boolean };
};

export const reportReasons = ["wrong", "unclear", "outdated", "other"] as const;
export type ReportReason = (typeof reportReasons)[number];

/** A mistake that the learner found on a card, for the author: never folded. */
export type Report = EntryBase & {
  type: "report";
  card: string;
  cardVersion: string;
  reason: ReportReason;
  /** The learner's own words (see ./report for their bounds). */
  text: string;
};

export const flags = ["orange", "green", "blue", "yellow"] as const;
export type Flag = (typeof flags)[number];

/** What a learner says of a card or of an idea beside its reviews: it is folded into its state. */
export type Mark =
  /** Whether the card does not come until the learner says otherwise. */
  | (EntryBase & { type: "suspend"; card: string; suspended: boolean })
  /** The card does not come on that study day, which is the one at `at`. */
  | (EntryBase & { type: "bury"; card: string; studyDay: number; utcOffset: number })
  /** The card begins anew, as if it had never been studied. */
  | (EntryBase & { type: "reset"; card: string })
  /** The study day on which the card is due, until its next review. */
  | (EntryBase & { type: "set-date"; card: string; dueDay: number })
  | (EntryBase & { type: "flag"; card: string; flag: Flag | null })
  /** The learner's own words on the card, Markdown; empty for none. */
  | (EntryBase & { type: "note"; card: string; text: string })
  /** An idea was shown before its first card; with `known` the learner said to know it already. */
  | (EntryBase & { type: "met"; concept: string; known: boolean });

/** The longest note, in UTF-16 units. */
export const longestNote = 2000;

/**
 * An entry that this version cannot read, as a rule of a kind that it does not know: kept and passed
 * on, never folded. `body` is all else that it has.
 */
export type UnknownEntry = EntryBase & {
  type: "unknown";
  kind: string;
  body: Record<string, unknown>;
};

/** What makes the state of a card or of an idea. */
export type StateEntry = Review | Void | Mark;

export type Entry = StateEntry | SettingEntry | QuizEntry | Report | UnknownEntry;

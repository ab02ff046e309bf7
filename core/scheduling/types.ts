import type { Flag, Rating } from "#core/log/types";

/** One moment as a learner lives it: milliseconds since 1970, minutes east of UTC, study day. */
export type Moment = { ms: number; utcOffset: number; studyDay: number };

/** A moment as a device knows it: milliseconds since 1970 and minutes east of UTC. */
export type DeviceTime = Pick<Moment, "ms" | "utcOffset">;

/** What the learner said of a card or of an idea, as its last marks in the log have it. */
export type Marks = {
  /** It does not come until the learner says otherwise. */
  suspended?: true;
  /** A study day on which it does not come. */
  buriedOn?: number;
  /** So often it was begun anew. */
  resets?: number;
  /** The study day that was chosen for it, until its next review. */
  dueDay?: number;
  flag?: Flag;
  /** Markdown. */
  note?: string;
  /** Of an idea: it was shown before its first card, or called known. */
  met?: "shown" | "known";
};

/**
 * What FSRS knows of one learner's card. A card never studied has no numbers in it, so that nobody
 * can misread a stability of 0. All of it is a cache of the fold over the log.
 */
export type NewState = {
  phase: "new";
  /** Missed in a quiz: comes first among the next new cards. */
  missed: boolean;
  /** Number of the card's entries it was folded from, voided ones and voids included. */
  folded: number;
  /** Missing where there are none. */
  marks?: Marks;
};

export type ScheduledState = {
  phase: "learning" | "review" | "relearning";
  /** Days until recall falls to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Milliseconds since 1970; in phase review only its study day counts. */
  due: number;
  /** The study day on which the card is due, in the zone of its last review. */
  dueDay: number;
  /** Index of the learning or relearning step the card stands at. */
  step: number;
  reps: number;
  lapses: number;
  /** Milliseconds since 1970, and the study day and zone of that moment. */
  lastReview: number;
  lastDay: number;
  utcOffset: number;
  /** Missed in a quiz and not studied since: comes back in the next study session. */
  missed: boolean;
  folded: number;
  marks?: Marks;
};

export type CardState = NewState | ScheduledState;

/** One rating's outcome, previewed and stored from the same call. */
export type Outlook = {
  rating: Rating;
  state: ScheduledState /** Milliseconds from now to due. */;
  wait: number;
};

/** What the learner can set; folded from the log's setting entries. */
export type Settings = {
  newPerDay: number;
  reviewsPerDay: number;
  /** 0 for no limit in minutes: then those in cards hold alone. */
  minutesPerDay: number;
  /** Share of due cards to be recalled, 0.7 to 0.97. */
  desiredRetention: number;
  /** Whether single-letter keys act. */
  shortcuts: boolean;
  /** Percent added to the time that an exam gives. */
  extraTime: number;
  /** The id of the road by which new cards come; null until one is chosen. */
  road: string | null;
  theme: Theme;
};

/** How pages are drawn: as the system asks, or one way whatever it asks. */
export type Theme = "system" | "light" | "dark";

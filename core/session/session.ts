import type { Answer, Verdict } from "#core/grading/types";
import { unseenState } from "#core/log/fold-card";
import type { MarkDraft } from "#core/log/mark-draft";
import type { Rating, Review, Void } from "#core/log/types";
import type { LearningCard } from "#core/scheduling/queue";
import type { CardState, DeviceTime, Outlook } from "#core/scheduling/types";

/** The card on the screen. `seed` shuffles what it shows. */
type Shown = { card: string; seed: number; shownAt: DeviceTime };

/** Being asked; after an answer that could not be read, `given` is that and `verdict` says why. */
export type Asked = Shown & { phase: "asked"; given: Answer | null; verdict: Verdict | null };
/** A list with its items revealed, to be ticked. */
export type Ticking = Shown & { phase: "ticking" };
/**
 * Answered, to be rated. The outlooks were computed at `answeredAt`, and the review is stored with
 * that moment: what a button shows is what gets stored, however long the learner looks at it.
 */
export type Answered = Shown & {
  phase: "answered";
  answer: Answer;
  verdict: Verdict | null;
  overruled: boolean;
  answeredAt: DeviceTime;
  outlooks: Record<Rating, Outlook>;
};
export type Current = Asked | Ticking | Answered;

/** One rating given in this session. */
export type Done = {
  review: string;
  card: string;
  rating: Rating;
  /** Milliseconds from being shown to being rated: to think, and to read what the back says. */
  spent: number;
  /** The card had never been studied before. */
  introduced: boolean;
  /** The rating was the lapse that makes the card a leech, or makes it one again. */
  leech: boolean;
};

/** A study session. Immutable: each event makes a new one, and undo goes back to an old one. */
export type Session = {
  deckVersion: string;
  retention: number;
  seed: number;
  states: ReadonlyMap<string, CardState>;
  /** Cards not shown yet, in order. */
  waiting: readonly string[];
  steps: readonly LearningCard[];
  /** Milliseconds after which no more card is shown; null for no end but that of the cards. */
  budget: number | null;
  /** Null when the session is over, or waits for a step that is not due yet. */
  current: Current | null;
  done: readonly Done[];
  /** Cards put off, as they could not be shown, and set aside by the learner. */
  skipped: readonly string[];
  /** The last rating or mark, and the session before it. */
  last: { entry: string; card: string } | null;
  past: Session | null;
};

/** An entry before the store gives it its place on this device. */
export type Draft =
  | Omit<Review, "device" | "sequence">
  | Omit<Void, "device" | "sequence">
  | MarkDraft;

/** What an event leaves behind for the log, with the card state that follows from it. */
export type Effect = { draft: Draft; card: string; state: CardState };
export type Stepped = { session: Session; effect: Effect | null };

export type Start = Pick<
  Session,
  "deckVersion" | "retention" | "seed" | "states" | "waiting" | "steps"
> & { budget?: number | null };

/** A session that has not shown its first card; `showNext` does. */
export function newSession(start: Start): Session {
  return { budget: null, ...start, current: null, done: [], skipped: [], last: null, past: null };
}

/** Milliseconds that the learner has spent on the session's cards. */
export function timeSpent({ done }: Pick<Session, "done">): number {
  return done.reduce((sum, { spent }) => sum + spent, 0);
}

/** The state of a card, new where the learner never met it. */
export function stateOf(states: ReadonlyMap<string, CardState>, card: string): CardState {
  return states.get(card) ?? unseenState;
}

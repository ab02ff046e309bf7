import type { DrawnCard } from "#core/content/draw-card";
import type { CardKind } from "#core/content/types";

/** The kinds of cards that may have options; an output card may be answered by typing instead. */
export type OptionKind = Extract<CardKind, "choice" | "multi" | "output">;

/**
 * What the learner answered, as raw as it was given. Numbers are indexes into the card's own lists
 * in file order, never into the shuffled order on the screen; they mean something only together
 * with the card version of the review.
 */
export type Answer =
  | { kind: "recall" }
  /** "I do not know": the learner asked for the answer instead of giving one, to any kind of card. */
  | { kind: "none"; asked: CardKind }
  /**
   * To a card whose options were shown one at a time: `said[i]` is what was said to option i, yes or
   * no; null: it was not shown any more.
   */
  | { kind: "options"; asked: OptionKind; said: (boolean | null)[] }
  | { kind: "list"; said: number[] }
  | { kind: "cloze"; text: string }
  | { kind: "text"; text: string }
  | { kind: "choice"; option: number }
  | { kind: "multi"; options: number[] }
  | { kind: "order"; order: number[] }
  /** `rights[i]` is the index of the pair whose right side was given to left side i; null: none. */
  | { kind: "match"; rights: (number | null)[] }
  /** `bins[i]` is the bin that item i was put in; null: none. */
  | { kind: "classify"; bins: (number | null)[] }
  | { kind: "command"; text: string }
  /** As its card asks: one of the options, or typed. */
  | { kind: "output"; option: number }
  | { kind: "output"; text: string }
  /** `labels[i]` is what was put in place i: an index into labelsOf(card); null: nothing. */
  | { kind: "diagram"; labels: (number | null)[] };

export type AnswerOf<K extends CardKind> = Extract<Answer, { kind: K }>;
export type OptionsAnswer = Extract<Answer, { kind: "options" }>;

export type Outcome = "correct" | "partly" | "wrong" | "unreadable";

/**
 * What is said of one part of an answer (an option, an item, a pair), by its index in the card.
 * `right`: the learner had this part right; so of an option, a right one chosen or a wrong one left.
 */
export type PartVerdict = { index: number; right: boolean; why?: string };

/** What grading found. Never a rating. */
export type Verdict = {
  outcome: Outcome;
  /** What is said in place of the outcome's usual word: "The client refuses this". */
  headline?: string;
  /** Share of the answer that was right, 0 to 1; for a quiz's points. */
  credit: number;
  /** In words, the first that matters first; may be empty when the card's explanation says it. */
  reasons: string[];
  parts: PartVerdict[];
};

/** How an answer is graded, as one that can be finished still or as it is; see gradePlain. */
export type Grade = (card: DrawnCard, answer: Answer, isFinal?: boolean) => Verdict | null;

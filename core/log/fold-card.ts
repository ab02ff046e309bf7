import type { CardKind } from "#core/content/types";
import { retrievability, stepOne } from "#core/scheduling/fsrs";
import type { CardState, NewState } from "#core/scheduling/types";
import { isMark, markedState } from "./marks";
import { inLogOrder } from "./order";
import type { Mode, Rating, Review, StateEntry } from "./types";

/** One review as the totals and the card's history see it: what it met and what became of it. */
export type ReviewFact = {
  id: string;
  card: string;
  /** Of the card, as its answer tells it. */
  kind: CardKind;
  studyDay: number;
  mode: Mode;
  phaseBefore: CardState["phase"];
  /** Days; null for a card that had no schedule. */
  stabilityBefore: number | null;
  /** 0 to 1; null for a card that had no schedule. */
  retrievabilityBefore: number | null;
  rating: Rating;
  passed: boolean;
  /** No review that counts for the card's schedule came before it on this study day. */
  first: boolean;
  /** It took the card out of new. */
  introduced: boolean;
  /** Milliseconds. */
  duration: number;
};

export type FoldedCard = { state: CardState; facts: ReviewFact[] };

/** A card of which the log says nothing. */
export const unseenState: NewState = { phase: "new", missed: false, folded: 0 };

/**
 * The state of one card from all its entries, in whatever order they arrived: what was voided is
 * left out, the others taken one by one in the log's order.
 */
export function foldCard(
  card: string,
  entries: readonly StateEntry[],
  retention: number,
): FoldedCard {
  const voided = new Set<string>();
  for (const entry of entries) if (entry.type === "void") voided.add(entry.target);
  const fold = beginFold(card, { voided, retention });
  const facts = inLogOrder(entries).flatMap((entry) => fold.take(entry) ?? []);
  return { state: fold.state(), facts };
}

/** A card that is folded entry by entry, for a log too long to be gone through at once. */
export type CardFold = {
  /** The next entry in the log's order; gives the fact of a review that counts, else null. */
  take: (entry: StateEntry) => ReviewFact | null;
  /** What all that was taken comes to. */
  state: () => CardState;
};

/** Begins a fold. `voided`: what any void among the card's entries takes back. */
export function beginFold(
  card: string,
  { voided, retention }: { voided: ReadonlySet<string>; retention: number },
): CardFold {
  let state: CardState = unseenState;
  let folded = 0;
  return {
    take: (entry) => {
      folded += 1;
      if (entry.type === "void" || voided.has(entry.id)) return null;
      if (isMark(entry)) state = markedState(state, entry);
      if (entry.type !== "review") return null;
      const before = state;
      state = stateAfter(card, before, entry, retention);
      return factOf(card, entry, before, state);
    },
    state: () => ({ ...state, folded }),
  };
}

/**
 * Whether a review can be taken as the one after a state without folding the card again: it comes
 * last, and the state holds no trace of a void that may have been meant for it, nor of a mark.
 */
export function canAppend(state: CardState, review: Review): boolean {
  // A server of the version before may have folded a marked card, and passed over its marks.
  if (state.marks) return false;
  if (state.phase === "new") return state.folded === 0;
  return state.folded === state.reps && review.at > state.lastReview;
}

/** The state and fact after a review that `canAppend`: the same as from folding all again. */
export function appendToState(
  state: CardState,
  review: Review,
  retention: number,
): { state: CardState; fact: ReviewFact } {
  const next = stateAfter(review.card, state, review, retention);
  return { state: next, fact: factOf(review.card, review, state, next) };
}

/**
 * A study review always counts for the schedule. A quiz's review does on a card that has one;
 * on a new card it starts none, but for a placement's answer that was rated easy. A miss in a quiz
 * is remembered until the card is studied.
 */
function stateAfter(card: string, state: CardState, review: Review, retention: number): CardState {
  const isQuiz = review.mode !== "study";
  const missed = isQuiz && (state.missed || review.rating === "again");
  const starts = review.mode === "placement" && review.rating === "easy";
  if (isQuiz && state.phase === "new" && !starts) {
    return { ...state, missed, folded: state.folded + 1 };
  }
  const at = { ms: review.at, utcOffset: review.utcOffset, studyDay: review.studyDay };
  const next = stepOne({ card, state, at, retention }, review.rating);
  return missed ? { ...next, missed } : next;
}

function factOf(card: string, review: Review, before: CardState, after: CardState): ReviewFact {
  const isNew = before.phase === "new";
  return {
    id: review.id,
    card,
    kind: kindOf(review.answer),
    studyDay: review.studyDay,
    mode: review.mode,
    phaseBefore: before.phase,
    stabilityBefore: isNew ? null : before.stability,
    retrievabilityBefore: retrievability(before, review),
    rating: review.rating,
    passed: review.rating !== "again",
    first: isNew || review.studyDay > before.lastDay,
    introduced: isNew && after.phase !== "new",
    duration: review.duration,
  };
}

function kindOf(answer: Review["answer"]): ReviewFact["kind"] {
  return answer.kind === "none" || answer.kind === "options" ? answer.asked : answer.kind;
}

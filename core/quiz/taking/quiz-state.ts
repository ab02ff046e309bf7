import { appendToState } from "#core/log/fold-card";
import type { Entry, Review } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";
import type { ReviewDraft } from "./quiz-session";

/** The state of a card after an answer in a quiz. */
export function stateWith(before: CardState, review: ReviewDraft, retention: number): CardState {
  // The fold reads neither device nor sequence of the review it appends.
  return appendToState(before, review as Entry as Review, retention).state;
}

/**
 * The state of a card after an answer was overruled, from that before the answer: the log keeps the
 * review taken back and its void, and a state counts the entries that it is folded from.
 */
export function stateInstead(before: CardState, review: ReviewDraft, retention: number): CardState {
  const state = stateWith(before, review, retention);
  return { ...state, folded: state.folded + 2 };
}

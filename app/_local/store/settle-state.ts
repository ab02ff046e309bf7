import { appendToState, canAppend, foldCard } from "#core/log/fold-card";
import type { StateEntry } from "#core/log/types";
import { reschedule } from "#core/scheduling/fsrs";
import type { CardState } from "#core/scheduling/types";

export type Unsettled = {
  card: string;
  /** What the page took the state to be, from a state that is not the store's any more. */
  given: CardState;
  /** What the store holds before the append. */
  before: CardState;
  added: readonly StateEntry[];
  /** Every entry about the card that the store will hold, the added ones with it. */
  log: readonly StateEntry[];
  retention: number;
};

/**
 * The state that follows when another tab was there first. Where this browser does not hold the
 * card's whole log (it keeps 90 days) and the entry cannot simply come last, the page's own state
 * stands until the server tells.
 */
export function settleState({ card, given, before, added, log, retention }: Unsettled): CardState {
  const [first] = added;
  if (!first) return reschedule(card, before, retention);
  if (added.length === 1 && first.type === "review" && canAppend(before, first)) {
    return appendToState(before, first, retention).state;
  }
  if (log.length === before.folded + added.length) return foldCard(card, log, retention).state;
  return given;
}

import "server-only";
import { appendToState, canAppend, type ReviewFact } from "#core/log/fold-card";
import { inLogOrder } from "#core/log/order";
import type { StateChange } from "#core/log/sync-types";
import { addTotals, type DailyTotal, totalsOf } from "#core/log/totals";
import type { StateEntry } from "#core/log/types";
import type { CardState } from "#core/scheduling/types";

/** An entry of a card with the topic that its review counts for. */
export type CardEntry = { entry: StateEntry; topic: string };

export type Folded = { states: StateChange[]; totals: DailyTotal[] };

type Topics = Map<string, string>;

/**
 * The new entries of cards of which they are the latest, one by one on top of the stored states;
 * what the fold of the whole card would give, without reading it. Null for a card where it would not.
 */
export function appendCard(
  card: string,
  { state, added, retention }: { state: CardState; added: CardEntry[]; retention: number },
): Folded | null {
  let now = state;
  const facts: ReviewFact[] = [];
  for (const entry of inLogOrder(added.map((one) => one.entry))) {
    if (entry.type !== "review" || !canAppend(now, entry)) return null;
    const appended = appendToState(now, entry, retention);
    now = appended.state;
    facts.push(appended.fact);
  }
  return { states: [{ card, state: now }], totals: totalsOf(facts, topicIn(topicsOf(added))) };
}

/** Several folds as one. */
export function joinFolds(folds: readonly Folded[]): Folded {
  return {
    states: folds.flatMap((fold) => fold.states),
    totals: addTotals(...folds.map((fold) => fold.totals)),
  };
}

function topicsOf(entries: readonly CardEntry[]): Topics {
  return new Map(entries.map(({ entry, topic }) => [entry.id, topic]));
}

function topicIn(topics: Topics): (fact: ReviewFact) => string {
  return (fact) => topics.get(fact.id) ?? "";
}

import { foldSettings } from "#core/scheduling/settings";
import type { CardState, Settings } from "#core/scheduling/types";
import { foldCard, type ReviewFact } from "./fold-card";
import { isStateEntry, subjectOf } from "./marks";
import type { Entry, StateEntry } from "./types";

export type FoldedLog = {
  /** By card; only cards with an entry. */
  states: Map<string, CardState>;
  /** By card, each in the log's order. */
  facts: Map<string, ReviewFact[]>;
  settings: Settings;
};

/**
 * All that follows from a whole log, in whatever order its entries arrived. The desired retention
 * is the one set in the log unless another is given.
 */
export function foldLog(entries: readonly Entry[], retention?: number): FoldedLog {
  const settings = foldSettings(entries);
  const states = new Map<string, CardState>();
  const facts = new Map<string, ReviewFact[]>();
  for (const [card, ofCard] of entriesByCard(entries)) {
    const folded = foldCard(card, ofCard, retention ?? settings.desiredRetention);
    states.set(card, folded.state);
    facts.set(card, folded.facts);
  }
  return { states, facts, settings };
}

/** The entries that make a state, by whose it is: a card's name or an idea's. */
export function entriesByCard(entries: readonly Entry[]): Map<string, StateEntry[]> {
  const byCard = new Map<string, StateEntry[]>();
  for (const entry of entries) {
    const subject = subjectOf(entry);
    if (subject === null || !isStateEntry(entry)) continue;
    const known = byCard.get(subject);
    if (known) known.push(entry);
    else byCard.set(subject, [entry]);
  }
  return byCard;
}

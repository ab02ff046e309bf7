import { unseenState } from "#core/log/fold-card";
import { type MarkChoice, type MarkDraft, markDraft } from "#core/log/mark-draft";
import type { Void } from "#core/log/types";
import type { CardState, DeviceTime } from "#core/scheduling/types";

type States = ReadonlyMap<string, CardState>;
type Change = { card: string; state: CardState };

/** One act on many cards: the entries, the states that follow, and what they were. */
export type ManyMarked = { drafts: MarkDraft[]; changes: Change[]; before: Change[] };

type Making = { newId: () => string; now: DeviceTime };

/** The same mark on each of some cards. */
export function markMany(
  cards: readonly string[],
  choice: MarkChoice,
  { states, newId, now }: Making & { states: States },
): ManyMarked {
  const before = cards.map((card) => ({ card, state: states.get(card) ?? unseenState }));
  const made = before.map(({ card, state }) =>
    markDraft(choice, { card, state, id: newId(), now }),
  );
  return {
    drafts: made.map(({ draft }) => draft),
    changes: made.map(({ card, state }) => ({ card, state })),
    before,
  };
}

/**
 * What takes an act on many cards back. A card that was answered or marked since keeps what it has
 * here until the server has folded it.
 */
export function unmarkMany(
  { drafts, changes, before }: ManyMarked,
  { states, newId, now }: Making & { states: States },
): { drafts: Omit<Void, "device" | "sequence">[]; changes: Change[] } {
  return {
    drafts: drafts.map(({ id: target, card }) => ({
      type: "void",
      id: newId(),
      at: now.ms,
      target,
      card,
    })),
    changes: changes.map(({ card, state: marked }, place) => {
      const present = states.get(card) ?? marked;
      const isAsMarked = present.folded === marked.folded;
      const back = isAsMarked ? (before[place]?.state ?? unseenState) : present;
      return { card, state: { ...back, folded: present.folded + 1 } };
    }),
  };
}

/** Earlier acts once a later one was taken back: their cards are again as they left them. */
export function earlierActs(acts: readonly ManyMarked[], back: readonly Change[]): ManyMarked[] {
  const states = new Map(back.map(({ card, state }) => [card, state]));
  return acts.map((act) => ({
    ...act,
    changes: act.changes.map(({ card, state }) => ({ card, state: states.get(card) ?? state })),
  }));
}

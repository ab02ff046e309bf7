import { foldCard, unseenState } from "#core/log/fold-card";
import { entriesByCard } from "#core/log/fold-log";
import type { Entry, Review, Void } from "#core/log/types";
import { standingReviews } from "#core/scheduling/day-counts";
import type { CardState } from "#core/scheduling/types";
import type { VoidDraft } from "./quiz-session";

type Asked = {
  quiz: string;
  /** All that this device holds of the quiz's cards, and of the quiz. */
  entries: readonly Entry[];
  states: ReadonlyMap<string, CardState>;
  retention: number;
  /** Milliseconds since 1970. */
  now: number;
};

export type TakenBack = { drafts: VoidDraft[]; changes: { card: string; state: CardState }[] };

/**
 * What takes back every answer of a quiz that still stands, with the card states that follow: as if
 * none had been given, and whatever was studied since still counts. The entries' ids are made of the
 * answers', so that taking back twice, be it on two devices, is one.
 */
export function takeBack({ quiz, entries, states, retention, now }: Asked): TakenBack {
  const reviews = standingReviews(entries).filter((review) => review.quiz === quiz);
  const byCard = entriesByCard(entries);
  const cards = [...new Set(reviews.map(({ card }) => card))];
  return {
    drafts: reviews.map((review) => voidOf(review, now)),
    changes: cards.map((card) => {
      const voids = reviews.filter((review) => review.card === card);
      const known = byCard.get(card) ?? [];
      const before = states.get(card) ?? unseenState;
      const all = [...known, ...voids.map((review) => ({ ...voidOf(review, now), ...nowhere }))];
      // A device keeps 90 days: of a card that it knows less of than its state, the server tells.
      if (known.length === before.folded)
        return { card, state: foldCard(card, all, retention).state };
      return { card, state: { ...before, folded: before.folded + voids.length } };
    }),
  };
}

/** The fold reads no void's place. */
const nowhere: Pick<Void, "device" | "sequence"> = { device: "", sequence: 0 };

function voidOf({ id, card }: Review, now: number): VoidDraft {
  return { type: "void", id: `${id}-back`, at: now, target: id, card };
}

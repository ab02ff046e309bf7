import type { CardEntry } from "#core/content/types";

/** A card and how many of its concept's cards come before it. */
export type Candidate = { card: CardEntry; round: number };

/** One topic's cards in the order they would be asked, and how many were taken. */
type Pile = { weight: number; taken: number; candidates: readonly Candidate[] };

/** Numbers the cards: one of each concept, then a second of those that have one, and so on. */
export function inRounds(cards: readonly CardEntry[]): Candidate[] {
  const seen = new Map<string, number>();
  const candidates = cards.map((card) => {
    const round = seen.get(card.concept) ?? 0;
    seen.set(card.concept, round + 1);
    return { card, round };
  });
  return candidates.toSorted((one, other) => one.round - other.round);
}

/**
 * Takes a number of cards from topics in turn, shared out by how many concepts each topic has; no
 * second card of a concept while another has none, whatever its topic.
 */
export function takeTurns(topics: readonly (readonly CardEntry[])[], length: number): Candidate[] {
  const piles = topics.map(
    (cards): Pile => ({
      weight: new Set(cards.map(({ concept }) => concept)).size,
      taken: 0,
      candidates: inRounds(cards),
    }),
  );
  const taken: Candidate[] = [];
  while (taken.length < length) {
    const pile = nextPile(piles);
    const drawn = pile && topOf(pile);
    if (!drawn) break;
    pile.taken += 1;
    taken.push(drawn);
  }
  return taken;
}

const topOf = ({ candidates, taken }: Pile): Candidate | undefined => candidates[taken];

/**
 * The pile to draw from next: among those in the earliest round, the one with the strongest claim.
 * Shared out by Huntington and Hill's rule: every topic gets a first question before any a second,
 * from then on by weight.
 */
function nextPile(piles: readonly Pile[]): Pile | null {
  const rounds = piles.flatMap((pile) => topOf(pile)?.round ?? []);
  const round = Math.min(...rounds);
  const open = piles.filter((pile) => topOf(pile)?.round === round);
  return open.reduce<Pile | null>(
    (best, pile) => (best === null || claim(pile) > claim(best) ? pile : best),
    null,
  );
}

function claim({ weight, taken }: Pile): number {
  // Before the first question the claim outdoes all others, and a larger topic's a smaller one's.
  return taken === 0 ? weight * 1e9 : weight / Math.sqrt(taken * (taken + 1));
}

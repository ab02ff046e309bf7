import type { CardEntry, DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { QuizPlan } from "#core/log/types";
import { hashSeed, shuffled } from "#core/random";

export type QuizWish = {
  index: DeckIndex;
  topics: readonly string[];
  /** Questions wanted; there may be fewer cards. */
  length: number;
  seed: number;
};

/** A card and how many of its concept's cards come before it. */
type Candidate = { card: string; round: number };

/**
 * Chooses a quiz's questions: machine-graded cards of the chosen topics, shared out by how many
 * concepts each topic has, and no second question on a concept while another has none. The same
 * wish gives the same plan.
 */
export function buildQuiz({ index, topics, length, seed }: QuizWish): QuizPlan {
  const wanted = new Set(topics);
  const chosen = index.topics.map((topic) => topic.id).filter((id) => wanted.has(id));
  const piles = chosen.map((topic) => pileOf(index, topic, seed));
  const taken: Candidate[] = [];
  while (taken.length < length) {
    const next = nextPile(piles)?.draw();
    if (!next) break;
    taken.push(next);
  }
  const last = taken.at(-1)?.round ?? -1;
  // Rounds are shuffled one by one, so that two questions on one concept stand far apart.
  const rounds = Array.from({ length: last + 1 }, (_, round) =>
    shuffled(
      taken.filter((one) => one.round === round),
      hashSeed(`${seed}:round:${round}`),
    ),
  );
  return { topics: chosen, questions: rounds.flat().map(({ card }) => question(card, seed)) };
}

/** A quiz of some of another's questions, such as those that were missed, shuffled anew. */
export function retakeQuiz(plan: QuizPlan, cards: readonly string[], seed: number): QuizPlan {
  const again = plan.questions.map((one) => one.card).filter((card) => cards.includes(card));
  const order = shuffled(again, hashSeed(`${seed}:retake`));
  return { topics: plan.topics, questions: order.map((card) => question(card, seed)) };
}

const question = (card: string, seed: number): QuizPlan["questions"][number] => ({
  card,
  seed: hashSeed(`${seed}:card:${card}`),
});

/** One topic's cards in the order they would be asked, and how many were taken. */
type Pile = { weight: number; taken: number; round: number | null; draw: () => Candidate | null };

function pileOf(index: DeckIndex, topic: string, seed: number): Pile {
  const askable = index.cards.filter((card) => card.topic === topic && isMachineGraded(card.kind));
  const candidates = inRounds(shuffled(askable, hashSeed(`${seed}:topic:${topic}`)));
  const pile: Pile = {
    weight: new Set(askable.map((card) => card.concept)).size,
    taken: 0,
    round: candidates[0]?.round ?? null,
    draw: () => {
      const drawn = candidates[pile.taken] ?? null;
      pile.taken += 1;
      pile.round = candidates[pile.taken]?.round ?? null;
      return drawn;
    },
  };
  return pile;
}

/** One card of each concept, then a second of those that have one, and so on. */
function inRounds(cards: readonly CardEntry[]): Candidate[] {
  const seen = new Map<string, number>();
  const candidates = cards.map(({ id, concept }) => {
    const round = seen.get(concept) ?? 0;
    seen.set(concept, round + 1);
    return { card: id, round };
  });
  return candidates.toSorted((one, other) => one.round - other.round);
}

/**
 * The pile to draw from next: among those in the earliest round, the one with the strongest claim.
 * Shared out by Huntington and Hill's rule: every topic gets a first question before any a second,
 * from then on by weight.
 */
function nextPile(piles: readonly Pile[]): Pile | null {
  const rounds = piles.flatMap((pile) => (pile.round === null ? [] : [pile.round]));
  const round = Math.min(...rounds);
  const open = piles.filter((pile) => pile.round === round);
  return open.reduce<Pile | null>(
    (best, pile) => (best === null || claim(pile) > claim(best) ? pile : best),
    null,
  );
}

function claim({ weight, taken }: Pile): number {
  // Before the first question the claim outdoes all others, and a larger topic's a smaller one's.
  return taken === 0 ? weight * 1e9 : weight / Math.sqrt(taken * (taken + 1));
}

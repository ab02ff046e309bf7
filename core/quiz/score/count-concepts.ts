import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { isRight, type QuizAnswer } from "./score-quiz";

export type ConceptCount = {
  concept: string;
  topic: string;
  title: string;
  asked: number;
  right: number;
  /** Ids of the cards answered and not right, and of those not answered. */
  missed: string[];
  open: string[];
};

type Taken = {
  plan: Pick<QuizPlan, "questions">;
  /** One for each question; null while it has no answer. */
  answers: readonly (Pick<QuizAnswer, "verdict" | "overruled"> | null)[];
  index: Pick<DeckIndex, "cards" | "concepts">;
};

/**
 * What became of each concept that a quiz asked about: those with a miss first, then those not
 * answered, then the others; otherwise in the deck's order. Cards no longer in the deck are left
 * out.
 */
export function countConcepts({ plan, answers, index }: Taken): ConceptCount[] {
  const concepts = new Map(index.cards.map((card) => [card.id, card.concept]));
  const rows = plan.questions.map(({ card }, place) => {
    const answer = answers[place] ?? null;
    const right = answer !== null && isRight(answer);
    return { card, concept: concepts.get(card), right, open: answer === null };
  });
  const counts = index.concepts.flatMap(({ id, topic, title }): ConceptCount[] => {
    const own = rows.filter((row) => row.concept === id);
    if (own.length === 0) return [];
    const cardsOf = (some: typeof own) => some.map(({ card }) => card);
    return [
      {
        ...{ concept: id, topic, title, asked: own.length },
        right: own.filter((row) => row.right).length,
        missed: cardsOf(own.filter((row) => !row.right && !row.open)),
        open: cardsOf(own.filter((row) => row.open)),
      },
    ];
  });
  return counts.sort((one, other) => urgency(other) - urgency(one));
}

const urgency = ({ missed, open }: ConceptCount): number =>
  missed.length > 0 ? 2 : open.length > 0 ? 1 : 0;

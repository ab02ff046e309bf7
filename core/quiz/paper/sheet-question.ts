import { drawCard } from "#core/content/draw-card";
import type { Card, TopicPart } from "#core/content/types";
import type { MachineCard } from "#core/grading/machine-card";
import type { QuizPlan, QuizQuestion } from "#core/log/types";
import type { QuizRecord } from "#core/quiz/history/read-quizzes";
import { hashSeed } from "#core/random";
import { displayOrder } from "#core/session/display-order";

/** A question as it leaves the app, for another program or on paper. */
export type SheetQuestion = {
  card: MachineCard;
  /** The order in which its options, items or labels stand: indexes into the card's own list. */
  display: number[];
};

/** Any seed will do where a command's values are drawn for nobody in particular. */
const anySeed = 1;

/** The questions of a topic with their options as the author wrote them. */
export function writtenQuestions(cards: readonly Card[]): SheetQuestion[] {
  return cards
    .flatMap((card) => questionOf(card, anySeed))
    .map(({ card, display }) => ({ card, display: display.toSorted((one, two) => one - two) }));
}

/** The questions of a topic for paper: their options shuffled, the same in every print. */
export function paperQuestions(cards: readonly Card[]): SheetQuestion[] {
  return cards.flatMap((card) => questionOf(card, hashSeed(`paper:${card.id}`)));
}

/** A quiz's questions as it asks them; what is no longer in the parts is left out. */
export function plannedQuestions(
  plan: Pick<QuizPlan, "questions">,
  parts: readonly TopicPart[],
): SheetQuestion[] {
  const cards = new Map(parts.flatMap((part) => part.cards).map((card) => [card.id, card]));
  return plan.questions.flatMap(({ card: id, seed }) => {
    const card = cards.get(id);
    return card ? questionOf(card, seed) : [];
  });
}

/**
 * A quiz's questions in the order in which they were asked, then those still open. An exam's stand
 * in its own order, in whatever order they were answered.
 */
export function askedFirst({ plan, asked }: Pick<QuizRecord, "plan" | "asked">): QuizQuestion[] {
  const { questions, style } = plan;
  if (style === "exam") return questions;
  const taken = asked.flatMap((place) => questions.slice(place, place + 1));
  return [...taken, ...questions.filter((_, place) => !asked.includes(place))];
}

/** None for a card that only its learner can grade. */
function questionOf(card: Card, seed: number): SheetQuestion[] {
  const drawn = drawCard(card, seed);
  if (drawn.kind === "recall" || drawn.kind === "list") return [];
  return [{ card: drawn, display: displayOrder(drawn, seed) }];
}

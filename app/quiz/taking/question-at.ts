import { drawCard } from "#core/content/draw-card";
import type { Concept, DeckIndex, Topic } from "#core/content/types";
import { isMachineGraded, type MachineCard } from "#core/grading/machine-card";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { findCard } from "#local/deck/deck-store";

/** A question's card as it is asked, with what stands around it. */
export type AskedQuestion = { card: MachineCard; concept: Concept; topic: Topic; seed: number };

/** A question of a quiz; null where its card left the deck, or can be asked in no quiz any more. */
export function questionAt(
  index: DeckIndex,
  { plan }: Pick<QuizSession, "plan">,
  question: number,
): AskedQuestion | null {
  const { card: id, seed } = plan.questions[question] ?? { card: "", seed: 0 };
  const entry = index.cards.find((card) => card.id === id);
  const topic = index.topics.find((one) => one.id === entry?.topic);
  const found = entry && findCard(entry.topic, id);
  if (!found || !topic || !isMachineGraded(found.card.kind)) return null;
  return { card: drawCard(found.card, seed) as MachineCard, concept: found.concept, topic, seed };
}

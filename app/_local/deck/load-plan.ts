import type { DeckIndex, TopicPart } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { loadPart } from "./deck-store";

/** Loads the parts that a quiz's questions stand in. Rejects, in words, when one cannot be had. */
export async function loadPlan(
  index: DeckIndex,
  { questions }: Pick<QuizPlan, "questions">,
): Promise<TopicPart[]> {
  const cards = new Set(questions.map(({ card }) => card));
  const topics = new Set(index.cards.filter(({ id }) => cards.has(id)).map(({ topic }) => topic));
  return Promise.all([...topics].map((topic) => loadPart(index, topic)));
}

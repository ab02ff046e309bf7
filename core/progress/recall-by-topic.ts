import type { DeckIndex } from "#core/content/types";
import { retrievability } from "#core/scheduling/fsrs";
import type { CardState, Moment } from "#core/scheduling/types";

/** `recall`: probability of recall now, 0 to 1; null for a card never studied. */
export type CardRecall = { card: string; recall: number | null };

/** `recall`: mean over all cards, 0 to 1, a card never studied counting 0. */
export type RecallCount = { cards: number; studied: number; recall: number };

export type TopicRecall = RecallCount & { topic: string; values: CardRecall[] };

export type TalkRecall = RecallCount & { topics: TopicRecall[] };

/** How much of the talk a learner would recall on a study day: whole, by topic and card by card. */
export function recallByTopic(
  index: DeckIndex,
  states: ReadonlyMap<string, CardState>,
  at: Pick<Moment, "studyDay">,
): TalkRecall {
  const all: CardRecall[] = [];
  const byTopic = new Map<string, CardRecall[]>(index.topics.map((topic) => [topic.id, []]));
  for (const { id, topic } of index.cards) {
    const value = cardRecall(id, states, at);
    all.push(value);
    byTopic.get(topic)?.push(value);
  }
  const topics = [...byTopic].map(([topic, values]) => ({ topic, ...count(values), values }));
  return { ...count(all), topics };
}

/** How much of some cards, by their ids, a learner would recall on a study day. */
export function recallOfCards(
  cards: readonly string[],
  states: ReadonlyMap<string, CardState>,
  at: Pick<Moment, "studyDay">,
): RecallCount {
  return count(cards.map((id) => cardRecall(id, states, at)));
}

function cardRecall(
  card: string,
  states: ReadonlyMap<string, CardState>,
  at: Pick<Moment, "studyDay">,
): CardRecall {
  const state = states.get(card);
  return { card, recall: state ? retrievability(state, at) : null };
}

function count(values: readonly CardRecall[]): RecallCount {
  const cards = values.length;
  const sum = values.reduce((total, { recall }) => total + (recall ?? 0), 0);
  const studied = values.filter(({ recall }) => recall !== null).length;
  return { cards, studied, recall: cards === 0 ? 0 : sum / cards };
}

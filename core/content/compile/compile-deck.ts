import type { Hash } from "#core/content/build/build-deck";
import { cardWords } from "#core/content/card-words";
import { wireWords } from "#core/content/encode-index";
import type { CardWords, Deck, StudyIndex, TopicPart } from "#core/content/types";

const partNameLength = 16;

/** What is needed to show and grade one topic's cards. */
export function topicPart(deck: Deck, topicId: string): TopicPart {
  return {
    topic: topicId,
    concepts: deck.concepts.filter((concept) => concept.topic === topicId),
    cards: deck.cards.filter((card) => card.topic === topicId),
  };
}

/**
 * What a device loads first. A part is named by the hash of `JSON.stringify(topicPart(...))`, which
 * is the text to serve under that name.
 */
export function deckIndex(deck: Deck, hash: Hash): StudyIndex {
  const parts = deck.topics.map(({ id }): [string, string] => {
    const part = JSON.stringify(topicPart(deck, id));
    return [id, hash(part).slice(0, partNameLength)];
  });
  return {
    version: deck.version,
    topics: deck.topics,
    concepts: deck.concepts.map(({ id, topic, title, needs }) => ({ id, topic, title, needs })),
    cards: deck.cards.map(({ id, kind, topic, concept, version }) => ({
      id,
      kind,
      topic,
      concept,
      version,
    })),
    parts: Object.fromEntries(parts),
    roads: deck.roads,
    words: wordsByCard(deck),
  };
}

function wordsByCard({ cards, concepts }: Deck): Map<string, CardWords> {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return new Map(
    cards.flatMap((card) => {
      const concept = byId.get(card.concept);
      return concept ? [[card.id, wireWords(cardWords(card, concept))]] : [];
    }),
  );
}

import type { Hash } from "#core/content/build/build-deck";
import type { Deck, DeckIndex, TopicPart } from "#core/content/types";

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
export function deckIndex(deck: Deck, hash: Hash): DeckIndex {
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
  };
}

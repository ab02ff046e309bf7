import type { WireIndex } from "./decode-index";
import { cardKinds, type DeckIndex } from "./types";

/** The index as compact JSON; `decodeIndex` reads it. Ids and versions hold no spaces. */
export function encodeIndex(index: DeckIndex): string {
  const topicNumber = numbers(index.topics);
  const conceptNumber = numbers(index.concepts);
  const { cards } = index;
  const wire: WireIndex = {
    version: index.version,
    topics: index.topics.map((topic) => ({ ...topic, part: index.parts[topic.id] ?? "" })),
    concepts: index.concepts.map(({ topic, id, title, needs }) => [
      topicNumber(topic),
      id,
      title,
      needs.map(conceptNumber),
    ]),
    cards: {
      ids: cards.map((card) => card.id).join(" "),
      versions: cards.map((card) => card.version).join(" "),
      kinds: cards.map((card) => cardKinds.indexOf(card.kind).toString(36)).join(""),
      concepts: cards.map((card) => conceptNumber(card.concept)),
    },
  };
  return JSON.stringify(wire);
}

function numbers(list: readonly { id: string }[]): (id: string) => number {
  const places = new Map(list.map(({ id }, i) => [id, i]));
  return (id) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`deck index: unknown id ${id}`);
    return place;
  };
}

import { type CardKind, cardKinds, type Road, type StudyIndex, type Topic } from "./types";

/** So many words are one in the texts of the wire. */
export const wordsUnit = 8;

/**
 * The index on its way to a device: topics and concepts by number, lists of ids as one text with
 * spaces between them. Cards take no topic of their own: they have their concept's.
 */
export type WireIndex = {
  version: string;
  topics: (Topic & { part: string })[];
  /** Topic by number, id, title, needs by number. */
  concepts: [topic: number, id: string, title: string, needs: number[]][];
  cards: {
    ids: string;
    versions: string;
    /** One digit a card, in base 36: the place of its kind in `cardKinds`. */
    kinds: string;
    concepts: number[];
    /** One digit a card, in base 36: its words, in units. */
    ask: string;
    tell: string;
  };
  /** Id, title, what it is about, its cards and its ideas by number. */
  roads: [id: string, title: string, about: string, cards: number[], lead: number[]][];
};

/** Reads what `encodeIndex` wrote. It comes from our own server and is trusted. */
export function decodeIndex(json: unknown): StudyIndex {
  const wire = json as WireIndex;
  const parts: Record<string, string> = {};
  const topics = wire.topics.map(({ part, ...topic }) => {
    parts[topic.id] = part;
    return topic;
  });
  const concepts = wire.concepts.map(([topic, id, title, needs]) => ({
    id,
    topic: at(topics, topic).id,
    title,
    needs: needs.map((need) => at(wire.concepts, need)[1]),
  }));
  const versions = wire.cards.versions.split(" ");
  const ids = wire.cards.ids === "" ? [] : wire.cards.ids.split(" ");
  const cards = ids.map((id, i) => {
    const { id: concept, topic } = at(concepts, at(wire.cards.concepts, i));
    const kind: CardKind = at(cardKinds, Number.parseInt(wire.cards.kinds[i] ?? "", 36));
    return { id, kind, topic, concept, version: at(versions, i) };
  });
  const count = (text: string, i: number) => Number.parseInt(text[i] ?? "0", 36) * wordsUnit;
  const words = new Map(
    ids.map((id, i) => [id, { ask: count(wire.cards.ask, i), tell: count(wire.cards.tell, i) }]),
  );
  const roads = wire.roads.map(
    ([id, title, about, own, lead]): Road => ({
      id,
      title,
      about,
      cards: own.map((card) => at(cards, card).id),
      lead: lead.map((concept) => at(concepts, concept).id),
    }),
  );
  return { version: wire.version, topics, concepts, cards, parts, roads, words };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`deck index: nothing at ${index}`);
  return item;
}

import { type WireIndex, wordsUnit } from "./decode-index";
import { type CardWords, cardKinds, type StudyIndex } from "./types";

const digits = 36;

/** The index as compact JSON; `decodeIndex` reads it. Ids and versions hold no spaces. */
export function encodeIndex(index: StudyIndex): string {
  const topicNumber = numbers(index.topics);
  const conceptNumber = numbers(index.concepts);
  const cardNumber = numbers(index.cards);
  const { cards } = index;
  const words = (which: keyof CardWords) =>
    cards.map(({ id }) => inUnits(index.words.get(id)?.[which] ?? 0).toString(digits)).join("");
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
      ask: words("ask"),
      tell: words("tell"),
    },
    roads: index.roads.map(({ id, title, about, cards: own, lead }) => [
      id,
      title,
      about,
      own.map(cardNumber),
      lead.map(conceptNumber),
    ]),
  };
  return JSON.stringify(wire);
}

/** As many words as the wire can tell of: whole units, one digit. */
export function wireWords({ ask, tell }: CardWords): CardWords {
  return { ask: inUnits(ask) * wordsUnit, tell: inUnits(tell) * wordsUnit };
}

const inUnits = (words: number): number => Math.min(Math.round(words / wordsUnit), digits - 1);

function numbers(list: readonly { id: string }[]): (id: string) => number {
  const places = new Map(list.map(({ id }, i) => [id, i]));
  return (id) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`deck index: unknown id ${id}`);
    return place;
  };
}

import { type DrawnCard, type DrawnCommandCard, drawCard } from "#core/content/draw-card";
import { plainText } from "#core/content/inline";
import { type Card, type CardKind, cardKinds, type Deck, type Topic } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { Answer } from "#core/grading/types";

export type CardOf<K extends CardKind> = Extract<Card, { kind: K }>;

/** A card that a quiz can ask. */
export type AskableCard = Exclude<Card, { kind: "recall" | "list" }>;

/** The first cards of a kind, in teaching order. */
export function cardsOf<K extends CardKind>(deck: Deck, kind: K, count: number): CardOf<K>[] {
  const found = deck.cards.filter((card): card is CardOf<K> => card.kind === kind);
  if (found.length < count) throw new Error(`The deck has only ${found.length} ${kind} cards.`);
  return found.slice(0, count);
}

/** The first card of a kind, in teaching order. */
export function cardOf<K extends CardKind>(deck: Deck, kind: K): CardOf<K> {
  const [card] = cardsOf(deck, kind, 1);
  if (!card) throw new Error(`The deck has no ${kind} card.`);
  return card;
}

/** The command card of that id. */
export function cardById(deck: Deck, id: string): CardOf<"command"> {
  const card = deck.cards.find((one) => one.id === id);
  if (card?.kind !== "command") throw new Error(`The deck has no command card ${id}.`);
  return card;
}

type Beginning = { topic: Topic; cards: Card[]; first: CardOf<"recall">; second: Card };

/** A topic of which a newcomer is asked a recall card first, with its cards as they come. */
export function topicFromRecall(deck: Deck): Beginning {
  for (const topic of deck.topics) {
    const cards = deck.cards.filter((card) => card.topic === topic.id);
    const [first, second] = cards;
    if (first?.kind === "recall" && second) return { topic, cards, first, second };
  }
  throw new Error("No topic begins with a recall card.");
}

/** A topic with what a quiz can ask of it. */
export function topicToQuiz({ topics, cards }: Deck): { topic: Topic; cards: AskableCard[] } {
  const [topic] = topics;
  if (!topic) throw new Error("The deck has no topic.");
  return { topic, cards: askable(cards.filter((card) => card.topic === topic.id)) };
}

/** The cards that a quiz can ask. */
export function askable(cards: readonly Card[]): AskableCard[] {
  return cards.filter((card): card is AskableCard => isMachineGraded(card.kind));
}

/** A card as it was drawn for the page, known by the front that the page shows. */
export function drawnAs(card: CardOf<"command">, front: string): DrawnCommandCard {
  for (let seed = 0; seed < 10_000; seed++) {
    const drawn = drawCard(card, seed);
    if (shown(drawn.front) === front) return drawn;
  }
  throw new Error(`${card.id} is never drawn as "${front}".`);
}

/** All kinds of which an answer can be wrong; first one whose back is long. */
export const gradedKinds = [
  "choice",
  ...cardKinds.filter((kind) => kind !== "recall" && kind !== "choice"),
] as const;

/** A text of the deck as a reader sees it. */
export function shown(text: string): string {
  return plainText(text);
}

/** An answer that is read and is not right, or not wholly. */
export function wrongAnswer(card: DrawnCard): Answer {
  switch (card.kind) {
    case "recall":
      throw new Error("No answer to a recall card is wrong.");
    case "list":
      return { kind: "list", said: [0] };
    case "cloze":
    case "text":
      return { kind: card.kind, text: card.refuse[0]?.text ?? "a guess far off" };
    case "command": {
      const wrong = card.wrong.find(({ verdict }) => verdict === "wrong");
      return { kind: "command", text: wrong?.text ?? "docker version" };
    }
    case "output": {
      const { asked } = card;
      if (asked.as === "text") return { kind: "output", text: asked.refuse[0]?.text ?? "no idea" };
      return { kind: "output", option: asked.options.findIndex((option) => !option.right) };
    }
    case "choice":
      return { kind: "choice", option: card.options.findIndex((option) => !option.right) };
    case "multi": {
      const lures = card.options.flatMap((option, index) => (option.right ? [] : [index]));
      return { kind: "multi", options: lures };
    }
    case "order":
      return { kind: "order", order: card.items.map((_, index) => index).reverse() };
    case "match": {
      const other = card.pairs.map(({ right }) =>
        card.pairs.findIndex((pair) => pair.right !== right),
      );
      return { kind: "match", rights: other };
    }
    case "diagram": {
      const other = card.places.map(({ label }) =>
        card.places.findIndex((place) => place.label !== label),
      );
      return { kind: "diagram", labels: other };
    }
    case "classify":
      return {
        kind: "classify",
        bins: card.items.map(({ bin }) => (bin + 1) % card.bins.length),
      };
  }
}

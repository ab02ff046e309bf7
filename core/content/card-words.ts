import { backTexts } from "#core/feedback/back-texts";
import { countWords } from "./reading-time";
import type { Card, CardWords, Concept, Option } from "./types";

/** The words on a card, by the spaces between them. */
export function cardWords(card: Card, concept: Pick<Concept, "then" | "now">): CardWords {
  const { asked, told } = ownTexts(card);
  const ask = countWords([card.front, ...asked].join(" "));
  const { explain, atTheTalk, today } = backTexts(card, concept);
  const tell = countWords([...told, explain, atTheTalk, today].join(" "));
  return { ask, tell };
}

type Texts = { asked: string[]; told: string[] };
type Explained = { text: string; why?: string };

function ownTexts(card: Card): Texts {
  switch (card.kind) {
    case "recall":
    case "command":
      return { asked: [], told: [card.answer] };
    case "list":
      return {
        asked: [],
        told: card.items.flatMap(({ text, note }) => [text, note ?? ""]),
      };
    case "cloze":
    case "text":
      return { asked: [], told: card.accept.slice(0, 1) };
    case "choice":
    case "multi":
      return explained(card.options);
    case "order":
      return explained(card.items);
    case "classify":
      return withAsked(explained(card.items), card.bins);
    case "match":
      return {
        asked: card.pairs.flatMap(({ left, right }) => [left, right]),
        told: card.pairs.map(({ why }) => why ?? ""),
      };
    case "output":
      return withAsked(outputTexts(card.asked), [card.command, card.output]);
    case "diagram":
      return {
        asked: card.drawing.parts.map(({ label, note }) => `${label} ${note ?? ""}`),
        told: card.places.map(({ why }) => why ?? ""),
      };
  }
}

function outputTexts(
  asked: { as: "choice"; options: Option[] } | { as: "text"; accept: string[] },
): Texts {
  if (asked.as === "choice") return explained(asked.options);
  return { asked: [], told: asked.accept.slice(0, 1) };
}

function explained(items: readonly Explained[]): Texts {
  return { asked: items.map(({ text }) => text), told: items.map(({ why }) => why ?? "") };
}

const withAsked = ({ asked, told }: Texts, more: readonly string[]): Texts => ({
  asked: [...asked, ...more],
  told,
});

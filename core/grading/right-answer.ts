import type { DrawnCard } from "#core/content/draw-card";
import type { Option, OutputCard } from "#core/content/types";
import type { Answer } from "./types";

/** The answer that is fully right, as a learner would give it. */
export function rightAnswer(card: DrawnCard): Answer {
  switch (card.kind) {
    case "recall":
      return { kind: "recall" };
    case "list":
      return { kind: "list", said: card.items.map((_, index) => index) };
    case "cloze":
      return { kind: "cloze", text: card.accept[0] ?? "" };
    case "text":
      return { kind: "text", text: card.accept[0] ?? String(card.number?.value ?? "") };
    case "choice":
      return { kind: "choice", option: rightOption(card.options) };
    case "multi":
      return {
        kind: "multi",
        options: card.options.flatMap((option, index) => (option.right ? [index] : [])),
      };
    case "order":
      return { kind: "order", order: card.items.map((_, index) => index) };
    case "match":
      return { kind: "match", rights: card.pairs.map((_, index) => index) };
    case "classify":
      return { kind: "classify", bins: card.items.map((item) => item.bin) };
    case "diagram":
      return { kind: "diagram", labels: card.places.map((_, index) => index) };
    case "command":
      return { kind: "command", text: card.answer };
    case "output":
      return rightOutput(card);
  }
}

const rightOption = (options: readonly Option[]) => options.findIndex((option) => option.right);

function rightOutput({ asked }: OutputCard): Answer {
  if (asked.as === "choice") return { kind: "output", option: rightOption(asked.options) };
  return { kind: "output", text: asked.accept[0] ?? String(asked.number?.value ?? "") };
}

import type { Proof } from "./proof";
import type { Deck } from "./types";

/** How many of the texts that show a terminal are recorded, documented, and neither. */
export type TextCounts = { recorded: number; documented: number; unproven: number };

/** Counts the terminals of the lessons and the output cards by what they are known by. */
export function textCounts({ lessons, cards }: Pick<Deck, "lessons" | "cards">): TextCounts {
  const proofs: (Proof | undefined)[] = [
    ...lessons.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.form === "terminal" ? [part.proof] : [])),
    ),
    ...cards.flatMap((card) => (card.kind === "output" ? [card.proof] : [])),
  ];
  const count = (as: Proof["as"] | undefined) => proofs.filter((proof) => proof?.as === as).length;
  return {
    recorded: count("recorded"),
    documented: count("documented"),
    unproven: count(undefined),
  };
}

import type { DrawnCard } from "#core/content/draw-card";
import type { RecallCard } from "#core/content/types";
import type { PartVerdict, Verdict } from "#core/grading/types";
import { wrong } from "./make-verdict";

/** "I do not know": nothing was right, and every part is explained. */
export function gaveUp(card: Exclude<DrawnCard, RecallCard>): Verdict {
  const parts = whysOf(card).map((why, index): PartVerdict => {
    return { index, right: false, ...(why === undefined ? {} : { why }) };
  });
  return wrong([], parts);
}

function whysOf(card: Exclude<DrawnCard, RecallCard>): (string | undefined)[] {
  switch (card.kind) {
    case "cloze":
    case "text":
    case "command":
      return [];
    case "output":
      return card.asked.as === "choice" ? card.asked.options.map((option) => option.why) : [];
    case "choice":
    case "multi":
      return card.options.map((option) => option.why);
    case "order":
    case "classify":
      return card.items.map((item) => item.why);
    case "match":
      return card.pairs.map((pair) => pair.why);
    case "diagram":
      return card.places.map((place) => place.why);
    case "list":
      return card.items.map((item) => item.note);
  }
}

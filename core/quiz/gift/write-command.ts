import type { DrawnCommandCard } from "#core/content/draw-card";
import { giftText } from "#core/text/quiz/gift-text";
import type { GiftBody } from "./gift-body";
import { typedLine } from "./write-typed";

const percent = { partly: 50, wrong: 0, refused: 0 } as const;

/** A command: the answers that its card gives as examples, right and wrong ones. */
export function writeCommand(card: DrawnCommandCard): Pick<GiftBody, "lines" | "notes"> {
  const right = [...new Set([card.answer, ...card.also, ...card.right])];
  return {
    lines: [
      ...right.map((text) => typedLine(100, text)),
      ...card.wrong.map(({ text, verdict, why }) => typedLine(percent[verdict], text, why)),
    ],
    notes: [giftText().byMeaning, giftText().caseCounts],
  };
}

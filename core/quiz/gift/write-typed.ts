import type { Quantity, Refused } from "#core/content/types";
import { parseNumber } from "#core/grading/typed/parse-number";
import { giftText } from "#core/text/quiz/gift-text";
import type { GiftBody } from "./gift-body";
import { giftHtml, giftTyped, toHtml } from "./gift-escape";

type Asked = { accept: string[]; refuse: Refused[]; exact: boolean; number?: Quantity };
type Answers = Pick<GiftBody, "kind" | "lines" | "notes">;

/**
 * A word, a name or a number: what is accepted in full, then what is known to be wrong, with the
 * reason. Moodle takes the first that fits.
 */
export function writeTyped(asked: Asked): Answers {
  const number = numberOf(asked);
  if (number) return { kind: "numbers", lines: numericLines(number, asked.refuse), notes: [] };
  const accept = asked.accept.length > 0 ? asked.accept : [`${asked.number?.value ?? ""}`];
  return {
    kind: "answers",
    lines: [
      ...accept.map((text) => typedLine(100, text)),
      ...asked.refuse.map(({ text, why }) => typedLine(0, text, why)),
    ],
    notes: asked.exact ? [giftText().caseCounts] : [],
  };
}

/** The number that is asked for; none where words are accepted, too, which Moodle's would refuse. */
export function numberOf({ accept, number }: Pick<Asked, "accept" | "number">): Quantity | null {
  return number && accept.every((text) => parseNumber(text) !== null) ? number : null;
}

/** An answer with its percent of the mark. */
export function typedLine(percent: number, text: string, why?: string): string {
  return `=%${percent}%${giftTyped(text)}${feedback(why)}`;
}

function numericLines({ value, tolerance }: Quantity, refuse: readonly Refused[]): string[] {
  return [
    `=%100%${value}:${tolerance}`,
    ...refuse.flatMap(({ text, why }) => {
      const refused = parseNumber(text);
      return refused ? [`=%0%${refused.value}:0${feedback(why)}`] : [];
    }),
  ];
}

const feedback = (why: string | undefined) =>
  why === undefined ? "" : `#${giftHtml(toHtml(why))}`;

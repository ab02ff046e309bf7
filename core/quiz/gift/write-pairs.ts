import type { ClassifyCard, DiagramCard, MatchCard, OrderCard } from "#core/content/types";
import { diagramText } from "#core/diagram/words";
import { giftText } from "#core/text/quiz/gift-text";
import { giftHtml, giftName, toHtml } from "./gift-escape";

/** What Moodle calls matching: to each left side (HTML) its right one; `why` is said afterwards. */
export type Pairs = {
  pairs: { left: string; right: string; why?: string | undefined }[];
  /** Right sides that belong nowhere. */
  extra: { right: string; why: string }[];
};

/** A line for each pair; an extra right side has no left one. */
export function writePairs({ pairs, extra }: Pairs): string[] {
  return [...pairs, ...extra.map(({ right }) => ({ left: "", right }))].map(
    ({ left, right }) => `=${giftHtml(left)} -> ${giftName(right)}`,
  );
}

/** The reasons of the pairs as a list, since Moodle has no feedback for a single pair; or nothing. */
export function pairReasons({ pairs, extra }: Pairs): string {
  const items = [
    ...pairs.flatMap(({ left, right, why }) =>
      why === undefined ? [] : [`${left}: ${toHtml(right)}<br>${toHtml(why)}`],
    ),
    ...extra.map(({ right, why }) => `${toHtml(right)}<br>${toHtml(why)}`),
  ];
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/** GIFT has no ordering: each place is matched to what stands there. */
export function orderPairs({ items }: OrderCard): Pairs {
  const pairs = items.map(({ text, why }, place) => ({
    left: giftText().ordinal(place + 1),
    right: text,
    why,
  }));
  return { pairs, extra: [] };
}

export function matchPairs({ pairs }: MatchCard): Pairs {
  return {
    pairs: pairs.map(({ left, right, why }) => ({ left: toHtml(left), right, why })),
    extra: [],
  };
}

/** Each item, in the order of the question, is matched to its bin. */
export function classifyPairs({ items, bins }: ClassifyCard, display: readonly number[]): Pairs {
  const shown = display.flatMap((index) => items.slice(index, index + 1));
  return {
    pairs: shown.map(({ text, bin, why }) => ({ left: toHtml(text), right: bins[bin] ?? "", why })),
    extra: [],
  };
}

/** Each open part, by its number in the drawing's words, is matched to its label. */
export function diagramPairs({ places, extra }: DiagramCard): Pairs {
  return {
    pairs: places.map(({ label, why }, place) => ({
      left: giftText().part(place + 1),
      right: label,
      why,
    })),
    extra: extra.map(({ text, why }) => ({ right: text, why })),
  };
}

/** The drawing in words, with a number where a part is to be named. */
export function openWords({ drawing, places }: DiagramCard): string {
  return diagramText(drawing.text, (id, other) => {
    const place = places.findIndex(({ part }) => part === id);
    if (place >= 0) return `(${place + 1})`;
    return other ?? drawing.parts.find((part) => part.id === id)?.label ?? id;
  });
}

import type { DiagramCard } from "#core/content/types";

/** What there is to put on a drawing: the labels of its places, then those that belong nowhere. */
export function labelsOf({ places, extra }: DiagramCard): string[] {
  return [...places.map(({ label }) => label), ...extra.map(({ text }) => text)];
}

import fc from "fast-check";
import { expect, it } from "vitest";
import type { DrawnCard } from "#core/content/draw-card";
import { sampleCard } from "#core/content/sample-card";
import { displayOrder } from "./display-order";

const texts = fc.integer({ min: 2, max: 7 }).map((n) => Array.from({ length: n }, () => "text"));
const cards: fc.Arbitrary<DrawnCard> = texts.chain((items) =>
  fc.constantFrom<DrawnCard>(
    { ...sampleCard, kind: "order", items: items.map((text) => ({ text })) },
    { ...sampleCard, kind: "list", items: items.map((text) => ({ text })) },
    {
      ...sampleCard,
      kind: "choice",
      options: items.map((text) => ({ text, right: false, why: "" })),
    },
    {
      ...sampleCard,
      kind: "multi",
      options: items.map((text) => ({ text, right: true, why: "" })),
    },
    { ...sampleCard, kind: "match", pairs: items.map((text) => ({ left: text, right: text })) },
    {
      ...sampleCard,
      kind: "diagram",
      drawing: { id: "d", title: "", slides: [], text: "", parts: [], lines: [] },
      places: items.map((label) => ({ part: label, label })),
      extra: [{ text: "else", why: "" }],
    },
    {
      ...sampleCard,
      kind: "classify",
      bins: ["a", "b"],
      items: items.map((text) => ({ text, bin: 0, why: "" })),
    },
  ),
);
const partsOf = (card: DrawnCard): number => {
  if ("options" in card) return card.options.length;
  if (card.kind === "diagram") return card.places.length + card.extra.length;
  if ("pairs" in card) return card.pairs.length;
  return "items" in card ? card.items.length : 0;
};

it("shows every part once, in an order that the seed repeats", () => {
  fc.assert(
    fc.property(cards, fc.nat(), (card, seed) => {
      const order = displayOrder(card, seed);
      const inOrder = Array.from({ length: partsOf(card) }, (_, index) => index);
      expect([...order].sort((a, b) => a - b)).toEqual(inOrder);
      expect(displayOrder(card, seed)).toEqual(order);
      if (card.kind === "list") expect(order).toEqual(inOrder);
      if (card.kind === "order") expect(order).not.toEqual(inOrder);
    }),
  );
});

it("has nothing to order where there are no parts", () => {
  expect(displayOrder({ ...sampleCard, kind: "recall", answer: "!" }, 1)).toEqual([]);
});

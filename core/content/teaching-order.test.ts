import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conceptOrder, teachingOrder } from "./teaching-order";

type Concept = { id: string; needs: string[] };
type Card = { id: string; concept: string };

/** Concepts whose needs may stand anywhere in the list, never in a circle. */
const concepts: fc.Arbitrary<Concept[]> = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .chain((needs) => {
    const list = needs.map((some, i) => ({
      id: `c${i}`,
      needs: i === 0 ? [] : [...new Set(some.map((n) => `c${n % i}`))],
    }));
    return fc.shuffledSubarray(list, { minLength: list.length });
  });

const deck = concepts.chain((list) =>
  fc
    .array(fc.constantFrom(...list.map((concept) => concept.id)), { maxLength: 90 })
    .map((owners) => ({
      list,
      cards: owners.map((concept, i): Card => ({ id: `card${i}`, concept })),
    })),
);

describe("laws", () => {
  test("each concept stands after all it needs, and none is lost", () => {
    fc.assert(
      fc.property(concepts, (list) => {
        const ids = conceptOrder(list).map((concept) => concept.id);
        expect([...ids].sort()).toEqual(list.map((concept) => concept.id).sort());
        for (const { id, needs } of list) {
          for (const need of needs) expect(ids.indexOf(need)).toBeLessThan(ids.indexOf(id));
        }
      }),
    );
  });

  test("a concept's first card stands after the first card of every concept it needs", () => {
    fc.assert(
      fc.property(deck, ({ list, cards }) => {
        const order = teachingOrder(cards, list);
        const first = (id: string) => order.findIndex((card) => card.concept === id);
        for (const { id, needs } of list) {
          if (first(id) < 0) continue;
          for (const need of needs) expect(first(need)).toBeLessThan(first(id));
        }
      }),
    );
  });

  test("every card is there once, those of one concept in the order given", () => {
    fc.assert(
      fc.property(deck, ({ list, cards }) => {
        const order = teachingOrder(cards, list);
        expect(new Set(order)).toEqual(new Set(cards));
        expect(order).toHaveLength(cards.length);
        for (const { id } of list) {
          const own = (all: readonly Card[]) => all.filter((card) => card.concept === id);
          expect(own(order)).toEqual(own(cards));
        }
      }),
    );
  });
});

const chain = (n: number): Concept[] =>
  Array.from({ length: n }, (_, i) => ({ id: `c${i}`, needs: [] }));

test("where nothing is needed, the order given stays", () => {
  expect(conceptOrder(chain(5))).toEqual(chain(5));
});

test("a needed concept is drawn forward, and no other", () => {
  const list = [
    { id: "a", needs: ["c"] },
    { id: "b", needs: [] },
    { id: "c", needs: [] },
  ];
  expect(conceptOrder(list).map((concept) => concept.id)).toEqual(["c", "a", "b"]);
});

test("cards of one concept stand four concepts apart", () => {
  const cards = chain(9).flatMap(({ id }) =>
    [0, 1].map((nth) => ({ id: `${id}-${nth}`, concept: id })),
  );
  expect(
    teachingOrder(cards, chain(9))
      .map((card) => card.id)
      .join(" "),
  ).toBe(
    "c0-0 c1-0 c2-0 c3-0 c4-0 c0-1 c5-0 c1-1 c6-0 c2-1 c7-0 c3-1 c8-0 c4-1 c5-1 c6-1 c7-1 c8-1",
  );
});

test("a card of an unknown concept is a broken invariant", () => {
  expect(() => teachingOrder([{ concept: "nobody" }], [])).toThrow("nobody");
});

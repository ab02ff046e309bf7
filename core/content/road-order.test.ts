import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roadOrder } from "./road-order";

type Concept = { id: string; needs: string[] };

/** Concepts with needs in no circle, and cards of them. */
const deck = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 20 })
  .chain((needs) => {
    const list: Concept[] = needs.map((some, i) => ({
      id: `c${i}`,
      needs: i === 0 ? [] : [...new Set(some.map((n) => `c${n % i}`))],
    }));
    const owners = fc.array(fc.constantFrom(...list.map(({ id }) => id)), { maxLength: 60 });
    return fc.record({
      concepts: fc.shuffledSubarray(list, { minLength: list.length }),
      cards: owners.map((all) => all.map((concept, i) => ({ id: `card${i}`, concept }))),
      lead: fc.shuffledSubarray(list.map(({ id }) => id)),
    });
  });

describe("laws", () => {
  test("a road that leads with any ideas meets each card once, and no idea before what it needs", () => {
    fc.assert(
      fc.property(deck, ({ concepts, cards, lead }) => {
        const order = roadOrder({ cards: [], lead }, { cards, concepts });
        expect(order).toHaveLength(cards.length);
        expect(new Set(order)).toEqual(new Set(cards));
        const first = (id: string) => order.findIndex(({ concept }) => concept === id);
        for (const { id, needs } of concepts) {
          if (first(id) < 0) continue;
          for (const need of needs) expect(first(need)).toBeLessThan(first(id));
        }
      }),
    );
  });

  test("it begins with its own cards as they stand, and changes nothing else by that", () => {
    fc.assert(
      fc.property(deck, fc.nat(), ({ concepts, cards, lead }, n) => {
        const own = roadOrder({ cards: [], lead }, { cards, concepts }).slice(0, n % 10);
        const ids = own.map(({ id }) => id);
        const order = roadOrder({ cards: ids, lead }, { cards, concepts });
        expect(order.slice(0, own.length)).toEqual(own);
        expect(new Set(order)).toEqual(new Set(cards));
      }),
    );
  });
});

const ideas: Concept[] = ["a", "b", "c"].map((id) => ({ id, needs: [] }));
const cards = ideas.map(({ id }) => ({ id: `${id}1`, concept: id }));

test("ideas that it does not name follow in the order of the talk", () => {
  const order = roadOrder({ cards: [], lead: ["c"] }, { cards, concepts: ideas });
  expect(order.map(({ id }) => id)).toEqual(["c1", "a1", "b1"]);
});

test("what the deck does not have is passed over", () => {
  const order = roadOrder({ cards: ["gone", "b1"], lead: ["gone"] }, { cards, concepts: ideas });
  expect(order.map(({ id }) => id)).toEqual(["b1", "a1", "c1"]);
});

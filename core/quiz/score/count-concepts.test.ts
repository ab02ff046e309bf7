import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countConcepts } from "./count-concepts";

const letters = [..."abcdefghij"];
const index = {
  concepts: ["one", "two", "three", "four"].map((id) => ({
    ...{ id, topic: "lxc", title: `About ${id}`, needs: [] },
  })),
  cards: letters.map((id, place) => ({
    ...{ id, kind: "choice" as const, topic: "lxc", version: "v1" },
    concept: ["one", "two", "three", "four"][place % 4] ?? "",
  })),
};

const outcome = fc.option(
  fc.record({
    verdict: fc.constantFrom("correct" as const, "partly" as const, "wrong" as const),
    overruled: fc.boolean(),
  }),
);
const taken = fc.uniqueArray(fc.constantFrom(...letters, "retired")).chain((cards) =>
  fc.record({
    plan: fc.constant({ questions: cards.map((card, seed) => ({ card, seed })) }),
    answers: fc.tuple(...cards.map(() => outcome)),
  }),
);

describe("countConcepts", () => {
  it("counts each question of the deck under its concept, once", () => {
    fc.assert(
      fc.property(taken, ({ plan, answers }) => {
        const counts = countConcepts({ plan, answers, index });
        const asked = plan.questions.filter(({ card }) => letters.includes(card));
        expect(counts.reduce((sum, count) => sum + count.asked, 0)).toBe(asked.length);
        expect(new Set(counts.map(({ concept }) => concept)).size).toBe(counts.length);
        for (const { asked: all, right, missed, open } of counts) {
          expect(right + missed.length + open.length).toBe(all);
          expect(all).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("has misses first, then what was left open, each in the deck's order", () => {
    fc.assert(
      fc.property(taken, ({ plan, answers }) => {
        const counts = countConcepts({ plan, answers, index });
        const deckOrder = index.concepts.map(({ id }) => id);
        const places = counts.map(({ concept, missed, open }) => {
          const group = missed.length > 0 ? 0 : open.length > 0 ? 1 : 2;
          return group * deckOrder.length + deckOrder.indexOf(concept);
        });
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it("takes what was overruled for right", () => {
    const wrong = { verdict: "wrong" as const, overruled: false };
    const questions = ["a", "e", "b", "c"].map((card, seed) => ({ card, seed }));
    const answers = [wrong, { ...wrong, overruled: true }, { ...wrong, overruled: true }, null];
    expect(countConcepts({ plan: { questions }, answers, index })).toMatchObject([
      { concept: "one", title: "About one", asked: 2, right: 1, missed: ["a"], open: [] },
      { concept: "three", asked: 1, right: 0, missed: [], open: ["c"] },
      { concept: "two", asked: 1, right: 1, missed: [], open: [] },
    ]);
  });
});

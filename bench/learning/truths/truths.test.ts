import fc from "fast-check";
import { expect, it } from "vitest";
import type { CardEntry } from "#core/content/types";
import { personOf, truths } from "./people";

const cards = [..."abcdef"].map(
  (id): CardEntry => ({
    id,
    kind: "recall",
    topic: "t",
    concept: id < "c" ? "x" : id,
    version: "1",
  }),
);
const stories = fc.record({
  seed: fc.string(),
  make: fc.constantFrom(...Object.values(truths)),
  answers: fc.array(
    fc.record({
      card: fc.constantFrom(...cards.map(({ id }) => id)),
      days: fc.double({ min: 0.0005, max: 60, noNaN: true }),
      recalled: fc.boolean(),
    }),
    { maxLength: 30 },
  ),
});

it("whatever was studied is recalled by a probability that falls with time; the rest is unknown", () => {
  fc.assert(
    fc.property(stories, ({ seed, make, answers }) => {
      const memory = make(seed, cards);
      let day = 0;
      for (const { card, days, recalled } of answers) {
        day += days;
        memory.study(card, day, recalled);
      }
      const asked = new Set(answers.map(({ card }) => card));
      for (const { id } of cards) {
        const [soon, late] = [memory.recall(id, day + 40), memory.recall(id, day + 4_000)];
        if (!asked.has(id)) expect([soon, late]).toEqual([null, null]);
        else {
          expect(soon).toBeLessThanOrEqual(1);
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThan(soon ?? 0);
        }
      }
    }),
  );
});

it("each truth meets each road within nine people, and a person is always the same", () => {
  const people = Array.from({ length: 9 }, (_, n) => personOf(n, ["a", "b", "c"]));
  expect(new Set(people.map(({ truth, road }) => `${truth} ${road}`)).size).toBe(9);
  expect(personOf(4, ["a", "b", "c"])).toEqual(people[4]);
});

import { expect, test } from "vitest";
import { cardWords } from "./card-words";
import { sampleCard } from "./sample-card";
import type { Card } from "./types";

const base = {
  ...sampleCard,
  front: "two words",
  explain: "one",
};
// biome-ignore lint/suspicious/noThenProperty: the deck's word; never awaited.
const idea = { then: "it was", now: { text: "it is so", sources: [] } };
/** What each back says: the explanation, then and now. */
const told = 6;

const cards: [Card, { ask: number; tell: number }][] = [
  [
    { ...base, kind: "recall", answer: "yes of course" },
    { ask: 2, tell: told + 3 },
  ],
  [
    {
      ...base,
      kind: "choice",
      options: [
        { text: "a", right: true, why: "because" },
        { text: "b c", right: false, why: "as it is" },
      ],
    },
    { ask: 5, tell: told + 4 },
  ],
  [
    { ...base, kind: "match", pairs: [{ left: "a", right: "b b", why: "so" }] },
    { ask: 5, tell: told + 1 },
  ],
  [
    {
      ...base,
      kind: "classify",
      bins: ["x", "y"],
      items: [{ text: "an item", bin: 0, why: "it is" }],
    },
    { ask: 6, tell: told + 2 },
  ],
  [
    {
      ...base,
      kind: "output",
      proof: { as: "recorded", with: { engine: "28.5.2" } },
      command: "docker ps",
      output: "NAMES\nweb",
      asked: { as: "text", accept: ["web", "it is web"], refuse: [], exact: false },
    },
    { ask: 6, tell: told + 1 },
  ],
];

test.each(cards)("counts what is read before and after the answer: %o", (card, words) => {
  expect(cardWords(card, idea)).toEqual(words);
});

import { expect, test } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash } from "#core/content/compile/sample-content";
import { cardTitle } from "./card-title";
import { drawCard } from "./draw-card";
import { plainText } from "./inline";
import type { Card } from "./types";

const parsed = parseDeck([sampleFile], sampleHash);

function cardOf(id: string): Card {
  const card = parsed.ok && parsed.deck.cards.find((one) => one.id === id);
  if (!card) throw new Error(`The sample has no card ${id}`);
  return card;
}

const titleOf = (id: string) => cardTitle(drawCard(cardOf(id), 1));

test("a card's title asks without marks, places or the answer", () => {
  expect(titleOf("box-what")).toBe("What makes loading quick?");
  expect(titleOf("box-gap")).toBe("Run docker … -a to see all boxes.");
  expect(titleOf("crane-run")).toMatch(/^Start nginx named (quay|pier), and see it/);
});

test("a gap at the end of a sentence takes its full stop", () => {
  const card = cardOf("box-gap");
  if (card.kind !== "cloze") throw new Error("box-gap is a cloze");
  expect(cardTitle({ ...card, after: "." })).toBe("Run docker …");
  expect(cardTitle({ ...card, after: ". Then look." })).toBe("Run docker … Then look.");
});

test("a title names the values that were asked, whatever they were drawn by", () => {
  const card = cardOf("crane-run");
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  const titles = seeds.map((seed) => cardTitle(drawCard(card, seed)));
  expect(new Set(titles).size).toBeGreaterThan(1);
  for (const seed of seeds) expect(titles[seed]).toBe(plainText(drawCard(card, seed).front));
});

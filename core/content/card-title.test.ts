import { expect, test } from "vitest";
import { cardTitle } from "./card-title";
import { parseDeck } from "./parse-deck";
import { sampleFile, sampleHash } from "./sample-content";

const parsed = parseDeck([sampleFile], sampleHash);

function titleOf(id: string): string {
  const card = parsed.ok && parsed.deck.cards.find((one) => one.id === id);
  if (!card) throw new Error(`The sample has no card ${id}`);
  return cardTitle(card);
}

test("a card's title asks without marks, places or the answer", () => {
  expect(titleOf("box-what")).toBe("What makes loading quick?");
  expect(titleOf("box-gap")).toBe("Run docker … -a to see all boxes.");
  expect(titleOf("crane-run")).toMatch(/^Start nginx named (quay|pier), and see it/);
});

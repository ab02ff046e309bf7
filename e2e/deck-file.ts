import { readFileSync } from "node:fs";
import type { Deck } from "#core/content/types";

/** Where the deck lies that was compiled for the stories. */
export function deckFile(): string {
  const file = process.env.STORIES_DECK;
  if (!file) throw new Error("playwright.config.ts names the file of the compiled deck.");
  return file;
}

/** The deck as the running build serves it. */
export function readDeck(): Deck {
  return JSON.parse(readFileSync(deckFile(), "utf8"));
}

import type { Page, Route } from "@playwright/test";
import { decodeIndex } from "#core/content/decode-index";
import { encodeIndex } from "#core/content/encode-index";
import { type CardKind, cardKinds } from "#core/content/types";
import { answerByKeys, openStudy, question } from "./study-keys";

/** Cards until each kind must have come: those that were not known come back in between. */
const patience = 5 * cardKinds.length;

/**
 * Gives a page a deck with cards of these kinds alone: all of a single kind, so that it is what a
 * newcomer is asked first, and of several one each.
 */
export async function offerKinds(page: Page, kinds: readonly CardKind[]): Promise<void> {
  await page.route("**/deck-data/index-*.json", (route) => answer(route, kinds));
}

async function answer(route: Route, kinds: readonly CardKind[]): Promise<void> {
  const response = await route.fetch();
  const index = decodeIndex(await response.json());
  const cards = kinds.flatMap((kind) => {
    const ofKind = index.cards.filter((card) => card.kind === kind);
    return kinds.length === 1 ? ofKind : ofKind.slice(0, 1);
  });
  const here = new Set(cards.map(({ id }) => id));
  const roads = index.roads.map((road) => ({
    ...road,
    cards: road.cards.filter((id) => here.has(id)),
  }));
  await route.fulfill({ response, body: encodeIndex({ ...index, cards, roads }) });
}

/**
 * Studies until as many different cards were answered as there are kinds, and waits for what that
 * fetches. Gives the moment, milliseconds since the page was opened.
 */
export async function studyKinds(page: Page, url: string): Promise<number> {
  await openStudy(page, url);
  const asked = new Set<string>();
  for (let n = 0; n < patience && asked.size < cardKinds.length; n += 1) {
    asked.add(await page.locator(question).innerText());
    await answerByKeys(page);
  }
  if (asked.size < cardKinds.length) throw new Error(`Only ${asked.size} cards were asked.`);
  await page.waitForLoadState("networkidle");
  return page.evaluate(() => performance.now());
}

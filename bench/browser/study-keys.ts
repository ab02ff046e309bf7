import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** What stands for the card on the study page, and for its answer once it is shown. */
export const study = { card: "article", answer: "article [data-verdict]" };

/** The question of a card that takes an answer: not while the page is still coming to life. */
export const question = "article:not([aria-busy] *) [data-front]";

/** The question in sight: whoever is new reads the first one before it takes an answer. */
export const questionInSight = `[data-newcomer] article [data-front], ${question}`;

/** A pause between keys, milliseconds: longer than a frame and of any phase of one. */
const pause = { least: 60, more: 40 };

/** Sets the settings of a guest so that a session has as many new cards as may be. */
export async function allowManyCards(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await page.getByLabel("New cards a day").fill("100");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
}

/** Opens the session at its first card, ready for keys. */
export async function openStudy(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/study`);
  await page.locator(question).waitFor();
  await page.waitForLoadState("networkidle");
}

/**
 * Answers the card on the screen and rates it, by keys alone: a kind that asks for words gets a
 * wrong one, any other is given up, so that every kind takes the same way.
 */
export async function answerByKeys(page: Page): Promise<void> {
  // The focus moves to the field once the card is painted.
  await sleep(pause.least);
  if (await inTextField(page)) {
    await press(page, "0");
    await press(page, "Enter");
  } else await press(page, "Space");
  // A list asks first what was said.
  if (!(await isAnswered(page))) await press(page, "Enter");
  await page.locator(study.answer).first().waitFor();
  await press(page, "Space");
}

/** Presses a key at a random phase of a frame. */
export async function press(page: Page, key: string): Promise<void> {
  await sleep(pause.least + Math.random() * pause.more);
  await page.keyboard.press(key);
}

function inTextField(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches("input, textarea") ?? false);
}

async function isAnswered(page: Page): Promise<boolean> {
  await sleep(pause.least);
  return (await page.locator(study.answer).count()) > 0;
}

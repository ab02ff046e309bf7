import type { Browser, Page } from "@playwright/test";
import { newVisitor } from "./browser";
import { type KeyPaint, readPaints } from "./key-probe";
import { traceCategories, workByKey } from "./main-thread";

export type Step = (page: Page) => Promise<void>;

/** A session of so many cards: opened with the probe in it, then one step a card. */
export type KeySession = { open: Step; once: Step; cards: number };

/** Cards in one trace, so that it stays small enough to be read. */
const inOneTrace = 50;

/** What each key led to, and when. */
export async function timeKeys(
  browser: Browser,
  { open, once, cards }: KeySession,
): Promise<KeyPaint[]> {
  const page = await newVisitor(browser);
  await open(page);
  for (let n = 0; n < cards; n += 1) await once(page);
  await page.waitForTimeout(500);
  const paints = await readPaints(page);
  await page.context().close();
  const shown = paints.filter(({ what }) => what === "card").length;
  if (shown < cards) throw new Error(`Of ${cards} cards ${shown} were seen to be painted.`);
  return paints;
}

/** Of each key that brought a card, the main thread's work until the end of its frame, milliseconds. */
export async function traceKeys(
  browser: Browser,
  { open, once, cards }: KeySession,
): Promise<number[]> {
  const page = await newVisitor(browser);
  await open(page);
  const work: number[] = [];
  for (let done = 0; done < cards; done += inOneTrace) {
    await browser.startTracing(page, { categories: traceCategories });
    for (let n = done; n < Math.min(cards, done + inOneTrace); n += 1) await once(page);
    await page.waitForTimeout(500);
    const trace = await browser.stopTracing();
    work.push(...workByKey(trace.toString(), "mooring-card"));
  }
  await page.context().close();
  return work;
}

/** Milliseconds from the keys that led to one thing. */
export function timesOf(paints: readonly KeyPaint[], what: KeyPaint["what"]): number[] {
  return paints.filter((paint) => paint.what === what).map(({ ms }) => ms);
}

import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import type { Builds } from "./app-copy";
import { openBrowser } from "./browser";
import { below, type Figure } from "./figure";
import { startApp, startStandalone } from "./server-process";
import { median } from "./statistics";

const budget = 45;
const visits = 15;
const visibleGoal = 500;

/**
 * Script bytes until the first card can be answered, beside a page that holds nothing; and how long
 * a visitor with an empty cache waits for that card.
 */
export async function benchPage({ app, empty, scratch }: Builds): Promise<Figure[]> {
  const browser = await openBrowser();
  const server = await startApp(app, path.join(scratch, "page"));
  const bare = await startStandalone(empty);
  const study = await scriptKilobytes(browser, `${server.url}/study`, "[data-front]");
  const nothing = await scriptKilobytes(browser, bare.url, "p");
  const waits: number[] = [];
  const floor: number[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    waits.push(await timeToVisible(browser, `${server.url}/study`, "[data-front]"));
    floor.push(await timeToVisible(browser, bare.url, "p"));
  }
  await Promise.all([server.stop(), bare.stop(), browser.close()]);
  const more = study - nothing;
  const wait = median(waits);
  return [
    {
      name: "scripts until a first card, over an empty page",
      value: more,
      unit: "kB gzip",
      bound: { name: "the empty page", value: nothing },
      ratio: study / nothing,
      goal: below({ value: more, limit: budget, unit: " kB" }),
    },
    {
      name: `first card visible, cold cache, median of ${visits}`,
      value: wait,
      unit: "ms",
      bound: { name: "the empty page's text", value: median(floor) },
      ratio: wait / median(floor),
      goal: below({ value: wait, limit: visibleGoal, unit: " ms" }),
    },
  ];
}

/** Gzip kilobytes (10^3) of every script that was fetched; modules only, as browsers of today do. */
async function scriptKilobytes(browser: Browser, url: string, ready: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") bodies.push(response.body());
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator(ready).first().waitFor();
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Milliseconds from the start of the navigation to the frame in which the element stands. */
async function timeToVisible(browser: Browser, url: string, selector: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript({ content: watchFor(selector) });
  await page.goto(url);
  const seen = await page.waitForFunction(() => (window as { seenAt?: number }).seenAt);
  const milliseconds = Number(await seen.jsonValue());
  await context.close();
  return milliseconds;
}

/** A script as text: what compiles this file would put calls into a function that pages lack. */
function watchFor(selector: string): string {
  return `requestAnimationFrame(function look() {
    if (!document.querySelector(${JSON.stringify(selector)})) return requestAnimationFrame(look);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.seenAt = performance.now(); };
    channel.port2.postMessage(0);
  });`;
}

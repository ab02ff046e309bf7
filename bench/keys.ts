import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import type { Builds } from "./app-copy";
import { openBrowser } from "./browser";
import { below, type Figure } from "./figure";
import { keyWork, type TraceEvent } from "./key-work";
import { startApp } from "./server-process";
import { quantile } from "./statistics";

const cards = 60;
const paintGoal = 25;
const workGoal = 8;

/** A page that changes a text at each key and does nothing else: what no app can be faster than. */
const barePage = `<!doctype html><p>0</p><script>
addEventListener("keydown", () => { const p = document.querySelector("p"); p.textContent = +p.textContent + 1; });
</script>`;

/**
 * A guest's session: from the key that rates to the next card painted, and what the main thread
 * does from that key to the end of its frame.
 */
export async function benchKeys({ app, scratch }: Builds): Promise<Figure[]> {
  const browser = await openBrowser();
  const server = await startApp(app, path.join(scratch, "keys"));
  const { paints, events } = await studied(browser, `${server.url}/study`);
  const floor = await bareKeys(browser);
  await Promise.all([server.stop(), browser.close()]);
  const work = keyWork(events);
  const paint = quantile(paints, 0.95);
  const busy = quantile(work, 0.95);
  return [
    {
      name: `key to next card painted, p95 of ${paints.length}`,
      value: paint,
      unit: "ms",
      bound: { name: "a bare page, p95", value: quantile(floor, 0.95) },
      ratio: paint / quantile(floor, 0.95),
      goal: below({ value: paint, limit: paintGoal, unit: " ms" }),
    },
    {
      name: "the same, p50",
      value: quantile(paints, 0.5),
      unit: "ms",
      bound: { name: "a bare page, p50", value: quantile(floor, 0.5) },
    },
    {
      name: `main thread from key to end of frame, p95 of ${work.length}`,
      value: busy,
      unit: "ms",
      goal: below({ value: busy, limit: workGoal, unit: " ms" }),
    },
  ];
}

async function studied(browser: Browser, url: string) {
  const page = await measuredPage(browser);
  await page.goto(url);
  await page.locator("[data-front]").waitFor();
  const client = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await client.send("Tracing.start", {
    traceConfig: {
      includedCategories: [
        "devtools.timeline",
        "disabled-by-default-devtools.timeline",
        "toplevel",
      ],
    },
  });
  for (let n = 0; n < cards; n += 1) {
    await reachRating(page);
    await atRandomPhase();
    await page.evaluate(() => Object.assign(window, { measuring: true }));
    await page.keyboard.press("4");
    await page.waitForFunction(() => !(window as { measuring?: boolean }).measuring);
    const more = page.getByRole("button", { name: "more new cards" });
    if (await more.isVisible()) {
      await more.click();
      await page.locator("[data-front]").waitFor();
    }
  }
  const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.end");
  await complete;
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints);
  await page.context().close();
  return { paints, events };
}

/** Answers whatever stands there, so that all four ratings may be given or only "again". */
async function reachRating(page: Page): Promise<void> {
  const rating = page.getByRole("button", { name: "Again" });
  const giveUp = page.getByRole("button", { name: /I do not know|Show the answer|Done/ });
  while (!(await rating.isVisible())) await giveUp.first().click();
}

async function bareKeys(browser: Browser): Promise<number[]> {
  const page = await measuredPage(browser);
  await page.goto("about:blank");
  await page.setContent(barePage);
  await page.evaluate(listen);
  for (let n = 0; n < cards; n += 1) {
    await atRandomPhase();
    await page.evaluate(() => Object.assign(window, { measuring: true }));
    await page.keyboard.press("4");
    await page.waitForFunction(() => !(window as { measuring?: boolean }).measuring);
  }
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints);
  await page.context().close();
  return paints;
}

async function measuredPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(listen);
  return page;
}

/** Runs in the page: each key while `measuring` adds its time to the end of the next frame. */
function listen(): void {
  const own = window as unknown as { measuring?: boolean; paints: number[] };
  own.paints = [];
  addEventListener(
    "keydown",
    (event) => {
      if (!own.measuring) return;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          own.paints.push(performance.now() - event.timeStamp);
          own.measuring = false;
        };
        channel.port2.postMessage(0);
      });
    },
    { capture: true },
  );
}

/** Keys arrive at any moment of a frame. */
function atRandomPhase(): Promise<void> {
  return sleep(60 + Math.random() * 60);
}

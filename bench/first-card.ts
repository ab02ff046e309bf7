import path from "node:path";
import type { Browser } from "@playwright/test";
import type { Builds } from "./app-copy";
import { newVisitor, withBrowser } from "./browser";
import { below, type Figure } from "./figure";
import { startApp, startStandalone } from "./server-process";
import { median, quantile } from "./statistics";
import { question } from "./study-keys";
import { timeToPaint } from "./time-to-paint";

const runs = 15;

/** From the start of the navigation, nothing cached, to the first card's question on the screen. */
export async function benchFirstCard({ app, empty, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "first-card"));
  const floor = await startStandalone(empty);
  const times = { card: [] as number[], empty: [] as number[] };
  await withBrowser(async (browser) => {
    // The first visit of each warms up the server.
    for (let n = -1; n < runs; n += 1) {
      const bare = await visit(browser, floor.url, "p");
      const card = await visit(browser, `${server.url}/study`, question);
      if (n < 0) continue;
      times.empty.push(bare);
      times.card.push(card);
    }
  });
  await Promise.all([server.stop(), floor.stop()]);
  const value = median(times.card);
  const bound = median(times.empty);
  const slow = quantile(times.card, 0.95);
  return [
    {
      name: `first card visible, median of ${runs}`,
      value,
      unit: "ms",
      bound: { name: "empty page's text", value: bound },
      ratio: value / bound,
      goal: below({ value, limit: 500, unit: " ms" }),
    },
    { name: `first card visible, p95 of ${runs}`, value: slow, unit: "ms" },
  ];
}

async function visit(browser: Browser, url: string, selector: string): Promise<number> {
  const page = await newVisitor(browser);
  const ms = await timeToPaint(page, url, selector);
  await page.context().close();
  return ms;
}

import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { newVisitor, withBrowser } from "#bench/browser/browser";
import { workerReady } from "#bench/browser/throttle";
import { below, type Figure } from "#bench/figures/figure";
import { type Account, registerAccounts } from "#bench/learners/account";
import { everyPage } from "#e2e/every-page";

/** How long a page is left alone before it is looked at, and how long it is, in milliseconds. */
const settling = 2_000;
const resting = 3_000;

/**
 * The work that each page's main thread does while nobody does anything, at a second visit and with
 * the service worker at work, for a guest and for somebody signed in.
 */
export async function benchRest({ app, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "rest"));
  const addresses = everyPage(path.join(app, ".next"));
  const [account] = await registerAccounts(server.url, 1);
  const figures = await withBrowser(async (browser) => {
    const guest = await visitor(await newVisitor(browser), server.url);
    const learner = await visitor(await newVisitor(browser), server.url, account);
    const found: Figure[] = [];
    for (const [who, page] of Object.entries({ guest, learner })) {
      for (const address of addresses) {
        await page.goto(`${server.url}${address}`);
        found.push(figureOf(`${address}, ${who}`, await workAtRest(page)));
      }
    }
    return found;
  });
  await server.stop();
  return figures;
}

/** Whoever has been here once, so that the worker has kept everything. */
async function visitor(page: Page, url: string, account?: Account): Promise<Page> {
  if (account) await signIn(page, url, account);
  await page.goto(url);
  await workerReady(page);
  return page;
}

async function signIn(page: Page, url: string, { id, email, cookie }: Account): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url }]);
  const owner = JSON.stringify(JSON.stringify({ id, email }));
  await page.addInitScript({ content: `localStorage.setItem("mooring.account", ${owner});` });
}

/** Milliseconds of tasks, as the browser counts them. */
async function workAtRest(page: Page): Promise<number> {
  await sleep(settling);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await taskSeconds(session);
  await sleep(resting);
  const after = await taskSeconds(session);
  await session.detach();
  return (after - before) * 1_000;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const found = metrics.find(({ name }) => name === "TaskDuration");
  if (!found) throw new Error("The browser counts no tasks.");
  return found.value;
}

function figureOf(page: string, value: number): Figure {
  const name = `work of ${page}, in ${resting / 1_000} s at rest`;
  return { name, value, unit: "ms", goal: below({ value, limit: 100, unit: " ms" }) };
}

import path from "node:path";
import type { Page } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp } from "#bench/app/server-process";
import { withBrowser } from "#bench/browser/browser";
import { installKeyProbe, type KeyPaint } from "#bench/browser/key-probe";
import { timeKeys, timesOf, traceKeys } from "#bench/browser/key-session";
import { answerByKeys, openStudy, study } from "#bench/browser/study-keys";
import { slowNetwork, workerReady } from "#bench/browser/throttle";
import { below, type Figure } from "#bench/figures/figure";
import { quantile } from "#bench/figures/statistics";
import { type Account, registerAccounts } from "#bench/learners/account";
import { giveDueCards } from "#bench/learners/due-cards";

const cards = 200;
/**
 * One more is due, so that there is a next card after the last one that counts. What was not known
 * comes back, too, when the others are through.
 */
const due = cards + 1;
/** After so many cards the browser is told that the network is back, so that it sends at once. */
const perExchange = 10;

type Network = { name: string; set: (page: Page) => Promise<void> };

const networks: readonly Network[] = [
  { name: "on", set: async () => undefined },
  { name: "off", set: (page) => page.context().setOffline(true) },
  { name: "slow", set: (page) => slowNetwork(page, 150) },
  { name: "failing", set: failing },
];

type Measured = { name: string; paints: KeyPaint[]; work: number[]; requests: number };

/**
 * Keys of someone signed in, whose answers are sent while the next ones are given: with the network
 * on, off, slow (150 ms, 1.6 Mbit/s) and failing (every request cut off or answered 503).
 */
export async function benchNetworks({ app, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "networks"));
  const accounts = await registerAccounts(server.url, 2 * networks.length);
  for (const account of accounts) await giveDueCards(server.url, account, due);
  const measured = await withBrowser(async (browser) => {
    const all: Measured[] = [];
    for (const { name, set } of networks) {
      const timed = session({ url: server.url, account: accounts.pop(), set });
      const paints = await timeKeys(browser, timed);
      const requests = timed.requests();
      const traced = session({ url: server.url, account: accounts.pop(), set });
      all.push({ name, paints, work: await traceKeys(browser, traced), requests });
    }
    return all;
  });
  await server.stop();
  for (const { name, requests } of measured) {
    const fewest = cards / perExchange / 2;
    if (requests < fewest) throw new Error(`Network ${name}: only ${requests} requests.`);
  }
  return [
    ...figures(measured, "main thread, key to end of frame", 8, ({ work }) => work),
    ...figures(measured, "key to next card painted", 25, ({ paints }) => timesOf(paints, "card")),
  ];
}

type Learning = { url: string; account: Account | undefined; set: (page: Page) => Promise<void> };

function session({ url, account, set }: Learning) {
  if (!account) throw new Error("There is an account for each session.");
  let requests = 0;
  let answered = 0;
  const open = async (page: Page) => {
    await enter(page, { url, account });
    await openStudy(page, url);
    await workerReady(page);
    await set(page);
    page.on("request", (request) => {
      if (request.url().endsWith("/api/sync")) requests += 1;
    });
    await installKeyProbe(page, study);
  };
  const once = async (page: Page) => {
    if (answered % perExchange === perExchange - 1) {
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
    }
    await answerByKeys(page);
    answered += 1;
  };
  return { open, once, cards, requests: () => requests };
}

/** As after logging in: the session's cookie, and whose answers this browser keeps. */
async function enter(page: Page, { url, account }: { url: string; account: Account }) {
  const { id, email } = account;
  const [name = "", value = ""] = account.cookie.split("=");
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
  await page.goto(`${url}/offline`);
  await page.evaluate(
    (owner) => localStorage.setItem("mooring.account", owner),
    JSON.stringify({ id, email }),
  );
}

/** One request is cut off, the next one answered that nobody can serve it. */
async function failing(page: Page): Promise<void> {
  let count = 0;
  await page.route("**/api/**", async (route) => {
    count += 1;
    if (count % 2 === 1) await route.abort("connectionreset");
    else await route.fulfill({ status: 503, body: "" });
  });
}

type Values = (measured: Measured) => number[];

/** The p95 of each network beside that of the one that is on. */
function figures(measured: Measured[], name: string, limit: number, values: Values): Figure[] {
  const [on] = measured;
  if (!on) throw new Error("Nothing was measured.");
  const floor = quantile(values(on), 0.95);
  return measured.map((one) => {
    const value = quantile(values(one), 0.95);
    const figure = { name: `${name}, p95, network ${one.name}`, value, unit: "ms" };
    const goal = below({ value, limit, unit: " ms" });
    if (one === on) return { ...figure, goal };
    return { ...figure, bound: { name: "on", value: floor }, ratio: value / floor, goal };
  });
}

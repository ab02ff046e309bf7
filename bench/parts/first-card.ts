import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import type { Builds } from "#bench/app/app-copy";
import { startApp, startStandalone } from "#bench/app/server-process";
import { newVisitor, withBrowser } from "#bench/browser/browser";
import { question, questionInSight } from "#bench/browser/study-keys";
import { slowNetwork, slowProcessor, workerReady } from "#bench/browser/throttle";
import { timeToPaint } from "#bench/browser/time-to-paint";
import { below, type Figure } from "#bench/figures/figure";
import { median, quantile } from "#bench/figures/statistics";
import { type Account, registerAccounts } from "#bench/learners/account";
import { giveDueCards } from "#bench/learners/due-cards";

const runs = 15;
/** Visits over a slow network: they take long and differ little. */
const slowRuns = 5;
/** How many times slower the processor is then. */
const slower = 4;

type Times = Record<
  "card" | "answers" | "learner" | "empty" | "slow" | "slowest" | "offline",
  number[]
>;

/** Due cards of the learner whose device is new. */
const due = 300;

/** From the start of the navigation to the first card's question on the screen. */
export async function benchFirstCard({ app, empty, scratch }: Builds): Promise<Figure[]> {
  const server = await startApp(app, path.join(scratch, "first-card"));
  const floor = await startStandalone(empty);
  const study = `${server.url}/study`;
  const times: Times = {
    ...{ card: [], answers: [], learner: [], empty: [] },
    ...{ slow: [], slowest: [], offline: [] },
  };
  const [account] = await registerAccounts(server.url, 1);
  if (!account) throw new Error("There is one account.");
  await giveDueCards(server.url, account, due);
  const signedIn = asAccount(server.url, account);
  await withBrowser(async (browser) => {
    // The first visit of each warms up the server.
    for (let n = -1; n < runs; n += 1) {
      const bare = await visit(browser, floor.url, "p");
      const card = await visit(browser, study, questionInSight);
      const answers = await visit(browser, study, question);
      const learner = await visit(browser, study, question, signedIn);
      if (n < 0) continue;
      times.empty.push(bare);
      times.card.push(card);
      times.answers.push(answers);
      times.learner.push(learner);
    }
    for (let n = 0; n < slowRuns; n += 1) {
      times.slow.push(await visit(browser, study, questionInSight, slowed(150)));
      times.slowest.push(await visit(browser, study, questionInSight, slowed(562)));
    }
    const visited = await newVisitor(browser);
    await visited.goto(server.url);
    await workerReady(visited);
    await Promise.all([server.stop(), floor.stop()]);
    for (let n = 0; n < runs; n += 1) times.offline.push(await openOffline(visited, study));
  });
  return figures(times);
}

type Prepare = (page: Page) => Promise<void>;

/** In a browser that keeps nothing from before. */
async function visit(
  browser: Browser,
  url: string,
  selector: string,
  prepare: Prepare = async () => undefined,
): Promise<number> {
  const page = await newVisitor(browser);
  await prepare(page);
  const ms = await timeToPaint(page, url, selector);
  await page.context().close();
  return ms;
}

/** A new device on which somebody has just logged in, and which knows nothing else of them. */
function asAccount(url: string, { id, email, cookie }: Account): Prepare {
  const [name = "", value = ""] = cookie.split("=");
  return async (page) => {
    await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: "Lax" }]);
    await page.addInitScript(
      (owner) => localStorage.setItem("mooring.account", owner),
      JSON.stringify({ id, email }),
    );
  };
}

function slowed(latency: number): Prepare {
  return async (page) => {
    await slowNetwork(page, latency);
    await slowProcessor(page, slower);
  };
}

/** In a new tab, with the server gone and a service worker that has to be started first. */
async function openOffline(visited: Page, url: string): Promise<number> {
  const session = await visited.context().newCDPSession(visited);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
  const page = await visited.context().newPage();
  const ms = await timeToPaint(page, url, question);
  await page.close();
  return ms;
}

function figures({ card, answers, learner, empty, slow, slowest, offline }: Times): Figure[] {
  const figure = (name: string, times: readonly number[]): Figure & { value: number } => ({
    name: `first card visible, ${name}, median of ${times.length}`,
    value: median(times),
    unit: "ms",
  });
  const within = (name: string, times: readonly number[], limit: number) => {
    const one = figure(name, times);
    return { ...one, goal: below({ value: one.value, limit, unit: " ms" }) };
  };
  const cold = within("nothing cached", card, 300);
  const account = within(`new device, ${due} cards due`, learner, 350);
  const bound = { name: "empty page's text", value: median(empty) };
  return [
    { ...cold, bound, ratio: cold.value / bound.value },
    { ...account, bound, ratio: account.value / bound.value },
    { name: `first card visible, p95 of ${card.length}`, value: quantile(card, 0.95), unit: "ms" },
    {
      ...figure("nothing cached", answers),
      name: "first card takes an answer, nothing cached, median",
    },
    within(`150 ms, 1.6 Mbit/s, processor ${slower}x slower`, slow, 2_200),
    within(`562 ms, 1.6 Mbit/s, processor ${slower}x slower`, slowest, 3_500),
    within("offline", offline, 300),
  ];
}

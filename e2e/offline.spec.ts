import { giveRight, questionOf } from "./answering";
import { askable, cardsOf, topicFromRecall } from "./deck";
import { expect, localStates, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { newerBuild } from "./newer-build";
import { readyOffline } from "./offline-worker";
import { hashOf } from "./shared-link";

test.use({ serviceWorkers: "allow" });

/** Visits once and waits until the worker has kept everything. */
async function visitOnce(page: Page, server = "") {
  await page.goto(`${server}/`);
  await readyOffline(page);
}

test("after one visit everything works with no network, from a cold start", async ({
  context,
  page,
  deck,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const { topic, first, second } = topicFromRecall(deck);
  await visitOnce(page);
  await page.close();
  await context.setOffline(true);

  const later = await context.newPage();
  await test.step("study", async () => {
    await later.goto(`/study?topic=${topic.id}`);
    await giveRight(later, first);
    await later.getByRole("button", { name: "Easy" }).click();
    await expect(questionOf(later, second)).toBeVisible();
  });
  await test.step("the deck, by links", async () => {
    await later.evaluate(() => Object.assign(window, { isSamePage: true }));
    await later.getByRole("link", { name: "Deck", exact: true }).click();
    await later.getByRole("link", { name: topic.title }).first().click();
    await expect(later.getByRole("heading", { name: topic.title, level: 1 })).toBeVisible();
    expect(await later.evaluate(() => "isSamePage" in window)).toBe(true);
  });
  await test.step("a quiz", async () => {
    await later.getByRole("link", { name: "Quiz", exact: true }).click();
    await later.getByRole("radio", { name: "5", exact: true }).check();
    await later.getByRole("button", { name: "Start the quiz" }).click();
    await expect(later.getByRole("img", { name: "Question 1 of 5" })).toBeVisible();
  });
  await test.step("a shared quiz", async () => {
    const [card] = askable(deck.cards);
    if (!card) throw new Error("There is one");
    await later.goto(`/quiz${hashOf([card.id])}`);
    await later.getByRole("button", { name: "Start the quiz" }).click();
    await expect(questionOf(later, card)).toBeVisible();
  });
  await test.step("commands", async () => {
    await later.goto("/commands");
    await expect(later.getByRole("textbox", { name: "A command" })).toBeVisible();
  });
  await test.step("settings, by the menu", async () => {
    await later.getByRole("button", { name: "Account", exact: true }).click();
    await later.getByRole("link", { name: "Settings", exact: true }).click();
    await later.getByLabel("New cards a day").fill("7");
    await later.getByRole("button", { name: "Save" }).click();
    await expect(later.getByText("Saved.")).toBeVisible();
    await later.reload();
    await expect(later.getByLabel("New cards a day")).toHaveValue("7");
  });
  await test.step("what needs the server says so", async () => {
    await later.goto("/progress");
    await expect(later.getByRole("heading", { name: "No network" })).toBeVisible();
  });
  await test.step("the answer is still there", async () => {
    await later.goto(`/study?topic=${topic.id}`);
    await expect(questionOf(later, second)).toBeVisible();
  });
});

test("a kept page is the one that the server sends, with its policy", async ({
  context,
  page,
  deck,
}) => {
  const topics = deck.topics.map(({ id }) => `/deck/${id}`);
  const paths = [
    "/",
    "/study",
    "/quiz",
    "/quiz/print",
    "/deck",
    "/deck/cards",
    "/commands",
    "/settings",
    ...topics,
  ];
  const names = ["content-type", "content-security-policy"];
  await visitOnce(page);
  await context.setOffline(true);
  const kept = await page.evaluate(
    ([asked, told]) =>
      Promise.all(
        asked.map(async (path) => {
          const page = await fetch(path);
          return {
            path,
            text: await page.text(),
            told: told.map((name) => page.headers.get(name)),
          };
        }),
      ),
    [paths, names] as const,
  );
  await context.setOffline(false);
  for (const one of kept) {
    const sent = await page.request.get(one.path);
    const told = names.map((name) => sent.headers()[name]);
    expect(one).toEqual({ path: one.path, text: await sent.text(), told });
  }
});

test("the router is answered about a kept page as the server would answer, the API by it alone", async ({
  page,
  deck,
}) => {
  const ahead = (segment: string) => ({
    "Next-Router-Prefetch": "1",
    "Next-Router-Segment-Prefetch": segment,
  });
  const asked = [
    ...["/study", "/deck", `/deck/${deck.topics[0]?.id}`].map((path) => ({ path, more: {} })),
    ...["/", "/study", "/deck", "/quiz"].flatMap((path) => [
      { path, more: ahead("/_tree") },
      { path, more: ahead(`${path}/__PAGE__`.replace("//", "/")) },
    ]),
  ];
  await visitOnce(page);
  for (const { path, more } of asked) {
    const given = { url: `${path}?_rsc=x`, headers: { RSC: "1", ...more } };
    const kept = await page.evaluate(async ({ url, headers }) => {
      const response = await fetch(url, { headers });
      const { headers: told } = response;
      const names = ["content-type", "x-nextjs-postponed"];
      return { text: await response.text(), told: names.map((name) => told.get(name)) };
    }, given);
    const sent = await page.request.get(given.url, { headers: given.headers });
    const told = ["content-type", "x-nextjs-postponed"].map((name) => sent.headers()[name] ?? null);
    expect(kept).toEqual({ text: await sent.text(), told });
  }
  await page.evaluate(async () => (await fetch("/api/health")).text());
  const sources = () =>
    page.evaluate(() =>
      performance
        .getEntriesByName(`${window.location.origin}/api/health`)
        .map((timing) => Reflect.get(timing, "workerFinalSourceType")),
    );
  await expect.poll(sources).toEqual(["network"]);
});

test("what a closed tab took with no network is there at a cold start, and sent when it can be", async ({
  context,
  page,
  deck,
  login,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  await visitOnce(page);
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await giveRight(page, first);
  await expect(page.getByRole("button", { name: "Good" })).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press("3");
  await page.close();

  const later = await context.newPage();
  await later.goto("/study");
  await expect(questionOf(later, second)).toBeVisible();
  await expect(later.getByRole("img", { name: "Card 1 of 1", exact: true })).toBeVisible();
  await giveRight(later, second);
  await later.getByRole("button", { name: "Good" }).click();
  await expect(later.getByRole("status")).toHaveText("offline, 2 answers kept here");
  await context.setOffline(false);
  await expect(later.getByRole("status")).toHaveText("all saved");
  const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
  expect(reviews.map(({ card }) => card).sort()).toEqual(
    [first, first, second, second].map(({ id }) => id).sort(),
  );
  expect(await localStates(later, learner)).toEqual(await statesOf(learner));
});

test("a new version waits until the learner takes it up, and loses no session", async ({
  page,
  baseURL,
  deck,
}) => {
  const { topic, first, second } = topicFromRecall(deck);
  const build = await newerBuild(baseURL ?? "");
  await visitOnce(page, build.url);
  await page.goto(`${build.url}/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  build.renew();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect(page.getByText("A new version of Mooring is here.")).toBeVisible();
  await expect(questionOf(page, second)).toBeVisible();
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Use it now" }).click();
  await loaded;
  await expect(questionOf(page, second)).toBeVisible();
  await expect(page.getByText("A new version of Mooring is here.")).toBeHidden();
  build.close();
});

import { giveRight, questionOf } from "./answering";
import { cardsOf, topicFromRecall } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";

test("an answer sent twice is stored once", async ({ page, deck, login, logOf, statesOf }) => {
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  const sending = page.waitForRequest(
    (request) =>
      request.url().endsWith("/api/sync") && (request.postData() ?? "").includes(card.id),
  );
  await page.getByRole("button", { name: "Good" }).click();
  const sent = (await sending).postDataJSON();
  await expect(page.getByRole("status")).toHaveText("all saved");
  const [log, states] = [await logOf(learner), await statesOf(learner)];

  const answer = await (await page.request.post("/api/sync", { data: sent })).json();
  expect(answer.results).toEqual([{ id: sent.entries[0].id, status: "replayed" }]);
  expect(await logOf(learner)).toEqual(log);
  expect(await statesOf(learner)).toEqual(states);
  expect(log.filter((entry) => entry.type === "review")).toHaveLength(2);
});

test("the deck and what a new device is told travel compressed", async ({ page, deck, login }) => {
  await login(dueLog(deck, cardsOf(deck, "recall", 4)));
  const index = page.waitForResponse(/\/deck-data\/index-/);
  const exchange = page.waitForResponse(/\/api\/sync$/);
  await page.goto("/study");
  for (const [response, coding] of [
    [await index, "br"] as const,
    [await exchange, "gzip"] as const,
  ]) {
    expect(await response.headerValue("content-type")).toBe("application/json");
    expect(await response.headerValue("content-encoding")).toBe(coding);
  }
});

test("answers given with no network are stored once it is back", async ({
  page,
  deck,
  login,
  logOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const cards = topicFromRecall(deck)
    .cards.filter(({ kind }) => kind === "recall")
    .slice(0, 2);
  const learner = await login(dueLog(deck, cards));
  await page.goto("/study");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  await page.context().setOffline(true);
  for (const card of cards) {
    await expect(questionOf(page, card)).toBeVisible();
    await giveRight(page, card);
    await page.getByRole("button", { name: "Good" }).click();
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("offline, 2 answers kept here");
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(2);

  await page.context().setOffline(false);
  await expect(page.getByRole("status")).toHaveText("all saved");
  const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
  expect(reviews.map(({ card }) => card).sort()).toEqual(
    [...cards, ...cards].map(({ id }) => id).sort(),
  );
});

test("when the session has ended, answers wait here for the next log-in", async ({
  page,
  deck,
  login,
  logOf,
  endSessionsOf,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  await endSessionsOf(learner);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("1 answer kept here");

  await page.getByRole("link", { name: "Log in again" }).click();
  await page.getByLabel("E-mail").fill(learner.email);
  await page.getByLabel("Password").fill(learner.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(2);
});

test("a new device asks once for what it is told, and for the part of its first card early", async ({
  page,
  deck,
  login,
}) => {
  const [card] = cardsOf(deck, "recall", 9).slice(-1);
  if (!card) throw new Error("There are nine");
  await login(dueLog(deck, [card]));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(asked.filter((path) => path === "/api/sync")).toHaveLength(1);
  const parts = asked.filter((path) => /^\/deck-data\/(?!index-)/.test(path));
  expect(parts).toHaveLength(1);
  expect(parts[0]).toContain(`/${card.topic}-`);
  // Both are on their way before the scripts of the page have asked for anything.
  const early = await page.evaluate(() => Reflect.get(window, "mooringEarly"));
  expect(early).toEqual({});
});

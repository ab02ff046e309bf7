import { foldLog } from "#core/log/fold-log";
import type { Entry } from "#core/log/types";
import { giveRight, questionOf } from "./answering";
import { clearStorage, openAsNewer, refuseStore } from "./browser-store";
import { cardsOf, topicFromRecall } from "./deck";
import { expect, expectAccessible, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";

/** Whose store a guest's is. */
const guest = { id: "guest", email: "", password: "" };

const goodOf = (log: readonly Entry[]) =>
  log.flatMap((entry) => (entry.type === "review" && entry.rating === "good" ? [entry.card] : []));

test("a store that was cleared is opened again, and the account's answers come back", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const cards = cardsOf(deck, "recall", 3);
  const [first, second, third] = cards;
  if (!first || !second || !third) throw new Error("There are three");
  const learner = await login(dueLog(deck, cards));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  // The first answer is not on the server yet.
  await page.route("**/api/sync", (route) => route.abort());
  await clearStorage(page, "indexeddb,local_storage");
  const told = page.getByRole("log");
  await expect(told).toContainText("was cleared. Your answers come back from the server");
  await expect(told).not.toContainText("room");
  await page.unroute("**/api/sync");
  await giveRight(page, second);
  await page.getByRole("button", { name: "Good" }).click();
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  await expect(told).toBeEmpty();
  const log = await logOf(learner);
  expect(goodOf(log).sort()).toEqual([first.id, second.id].sort());
  const { states } = foldLog(log);
  expect(await statesOf(learner)).toEqual(states);
  await expect.poll(() => localStates(page, learner)).toEqual(states);
  await page.reload();
  await expect(questionOf(page, third)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
});

test("a guest whose store was cleared is told so, and what comes is kept", async ({
  page,
  deck,
}) => {
  const { topic, first, second } = topicFromRecall(deck);
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  // What is still on its way into the store is not cleared with it.
  await expect.poll(async () => (await localStates(page, guest)).has(first.id)).toBe(true);
  await clearStorage(page, "indexeddb");
  const told = page.getByRole("log");
  await expect(told).toContainText("was cleared: your earlier answers are gone");
  await expectAccessible(page);
  await giveRight(page, second);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("article")).toBeVisible();
  await expect(told).toBeEmpty();
  expect([...(await localStates(page, guest)).keys()]).toEqual([second.id]);
});

for (const [reason, words] of [
  ["UnknownError", "This browser's storage does not work"],
  ["SecurityError", "This browser does not let this page keep anything"],
] as const) {
  test(`a store that fails with ${reason} is told of in its words, and used again once it works`, async ({
    page,
    deck,
    login,
    logOf,
    complaints,
  }) => {
    complaints.expect(/ERR_FAILED/);
    const cards = cardsOf(deck, "recall", 3);
    const [first, second, third] = cards;
    if (!first || !second || !third) throw new Error("There are three");
    const learner = await login(dueLog(deck, cards));
    await page.goto("/study");
    await expect(page.getByRole("status")).toHaveText("all saved");
    const allow = await refuseStore(page, reason);
    await clearStorage(page, "indexeddb");
    const told = page.getByRole("log");
    await expect(told).toContainText(words);
    await expect(told).not.toContainText("room");
    await giveRight(page, first);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(questionOf(page, second)).toBeVisible();
    // It goes to the server all the same.
    await comeBack(page);
    await expect.poll(async () => goodOf(await logOf(learner))).toEqual([first.id]);
    await allow();
    await giveRight(page, second);
    await page.getByRole("button", { name: "Good" }).click();
    await expect(questionOf(page, third)).toBeVisible();
    await comeBack(page);
    await expect(told).toBeEmpty();
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect(goodOf(await logOf(learner)).sort()).toEqual([first.id, second.id].sort());
  });
}

test("a store that a newer version has taken over is told of, and no answer is lost", async ({
  page,
  context,
  deck,
  login,
  logOf,
}) => {
  const cards = cardsOf(deck, "recall", 2);
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, cards));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  const newer = await context.newPage();
  await newer.goto("/offline");
  await openAsNewer(newer, learner.id);
  const told = page.getByRole("log");
  await expect(told).toContainText("A newer version of Mooring in another tab");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await comeBack(page);
  await expect.poll(async () => goodOf(await logOf(learner))).toEqual([first.id]);
});

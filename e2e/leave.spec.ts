import { foldLog } from "#core/log/fold-log";
import type { Entry } from "#core/log/types";
import { questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, type Page, test } from "./fixtures";
import { dueLog, settingOf } from "./learner-log";

/** The cards that were answered here, as often as a log holds them. */
const goodOf = (log: readonly Entry[]) =>
  log.flatMap((entry) => (entry.type === "review" && entry.rating === "good" ? [entry.card] : []));

/**
 * Answers so many cards by keys, as fast as they come, and sees the next one. A browser gives a page
 * that is closed half a second, which a busy machine may need to draw that card.
 */
async function answer(page: Page, count: number): Promise<void> {
  const show = page.getByRole("button", { name: "Show the answer" });
  await show.waitFor();
  for (let given = 0; given < count; given++) {
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Good" }).waitFor();
    await page.keyboard.press("3");
    await show.waitFor();
  }
}

test("all of forty quick answers are on the server when their tab is closed", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 41);
  const learner = await login([...dueLog(deck, cards), settingOf("reviewsPerDay", 100)]);
  await page.goto("/study");
  await answer(page, 40);
  await page.close();
  await expect.poll(async () => goodOf(await logOf(learner)).length).toBe(40);
  const log = await logOf(learner);
  expect(new Set(goodOf(log)).size).toBe(40);
  expect(await statesOf(learner)).toEqual(foldLog(log).states);
});

test("an answer is on the server when its page is left for another site", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const [card, next] = cardsOf(deck, "recall", 2);
  if (!card || !next) throw new Error("There are two");
  const learner = await login(dueLog(deck, [card, next]));
  await page.goto("/study");
  await answer(page, 1);
  await page.goto("about:blank");
  await expect.poll(async () => goodOf(await logOf(learner))).toEqual([card.id]);
});

test("an answer is sent when its page is left for another page of the app", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const [card, next] = cardsOf(deck, "recall", 2);
  if (!card || !next) throw new Error("There are two");
  const learner = await login(dueLog(deck, [card, next]));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await answer(page, 1);
  await expect(questionOf(page, next)).toBeVisible();
  const sent = page.waitForRequest((request) => (request.postData() ?? "").includes(card.id));
  await page.getByRole("link", { name: "Deck", exact: true }).click();
  await sent;
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(goodOf(await logOf(learner))).toEqual([card.id]);
});

test.describe("with the service worker at work", () => {
  test.use({ serviceWorkers: "allow" });

  test("an answer is on the server when its tab is closed, whatever another tab holds up", async ({
    page,
    context,
    deck,
    login,
    logOf,
    statesOf,
  }) => {
    const [card, next] = cardsOf(deck, "recall", 2);
    if (!card || !next) throw new Error("There are two");
    const learner = await login(dueLog(deck, [card, next]));
    const other = await context.newPage();
    await other.goto("/");
    await other.evaluate(async () => {
      await navigator.serviceWorker.ready;
      await new Promise((held) => {
        void navigator.locks.request("mooring-sync", () => {
          held(null);
          return new Promise(() => undefined);
        });
      });
    });
    await page.goto("/study");
    await answer(page, 1);
    await page.close();
    await expect.poll(async () => goodOf(await logOf(learner))).toEqual([card.id]);
    // The browser's store has the answer, too, and may have put it in another place.
    await other.goto("/study");
    await expect(questionOf(other, next)).toBeVisible();
    await expect(other.getByRole("status")).toHaveText("all saved");
    const log = await logOf(learner);
    expect(goodOf(log)).toEqual([card.id]);
    expect(await statesOf(learner)).toEqual(foldLog(log).states);
  });
});

import { giveRight, questionOf } from "./answering";
import { cardsOf, topicFromRecall } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";

const clear = (page: Page) => page.getByRole("button", { name: "Clear this browser's data" });
const forGood = (page: Page) => page.getByRole("button", { name: "Clear it for good" });

/** The learners of whom the browser of a page keeps anything. */
const stores = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

test("the browser is asked once to keep what a guest answers, who can clear it", async ({
  page,
  deck,
}) => {
  const { topic, first, second } = topicFromRecall(deck);
  const asked = () => page.evaluate(() => localStorage.getItem("asked"));
  await page.addInitScript(() => {
    navigator.storage.persist = async () => {
      localStorage.setItem("asked", `${localStorage.getItem("asked") ?? ""}!`);
      return true;
    };
  });
  await test.step("answers", async () => {
    await page.goto(`/study?topic=${topic.id}`);
    await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
    expect(await asked()).toBeNull();
    for (const card of [first, second]) {
      await giveRight(page, card);
      await page.getByRole("button", { name: "Easy" }).click();
    }
    await expect.poll(asked).toBe("!");
  });
  await test.step("thinks again", async () => {
    await page.goto("/settings");
    await clear(page).click();
    await expect(page.getByText("This deletes 2 answers,")).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(clear(page)).toBeFocused();
    await expect(forGood(page)).toBeHidden();
  });
  await test.step("clears it", async () => {
    await clear(page).click();
    await forGood(page).click();
    await expect(page).toHaveURL("/");
    await page.goto("/progress");
    await expect(page.getByRole("heading", { name: "Nothing studied yet" })).toBeVisible();
    expect(await asked()).toBe("!");
  });
});

test("a guest is told at the end of a session that this is the only copy", async ({
  page,
  deck,
}) => {
  const { topic, first } = topicFromRecall(deck);
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill("1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByText("Your answers are in this browser and nowhere else")).toBeVisible();
  await page.getByRole("link", { name: "Make an account to keep them" }).click();
  await expect(page).toHaveURL("/register");
});

test("clearing an account's copy counts what is unsent, and leaves the account", async ({
  page,
  deck,
  login,
  logOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeVisible();
  await page.route("**/api/sync", (route) => route.abort());
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("offline, 1 answer kept here");

  await page.goto("/settings");
  await clear(page).click();
  await expect(page.getByText("1 answer is in this browser alone")).toBeFocused();
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.unroute("**/api/sync");
  await clear(page).click();
  await expect(page.getByText("The account stays, with all that the server has")).toBeFocused();
  await expect(page.getByText("in this browser alone")).toBeHidden();
  await forGood(page).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  expect(await stores(page)).not.toContain(`mooring-${learner.id}`);
  await page.goto("/account");
  await expect(page).toHaveURL("/login");
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(2);
});

import { askedOf, giveRight, questionOf } from "./answering";
import { cardsOf, topicFromRecall } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack, findNetwork } from "./page-events";

test("what another device did reaches a session that waits for its first answer", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
}) => {
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  await page.goto("/study");
  await expect(page.getByRole("img", { name: "Card 1 of 2", exact: true })).toBeVisible();
  await enter(elsewhere, learner);
  await elsewhere.goto("/study");
  for (let answered = 0; answered < 2; answered++) {
    const card = await askedOf(elsewhere, [first, second]);
    await giveRight(elsewhere, card);
    await elsewhere.getByRole("button", { name: "Good" }).click();
    if (answered === 0) await expect(questionOf(elsewhere, card)).toBeHidden();
  }
  await expect(elsewhere.getByRole("status")).toHaveText("all saved");

  await comeBack(page);
  await expect(page.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
});

test("an answer of the server that breaks off is asked for again", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  let broken = 0;
  await page.route("**/api/sync", async (route) => {
    if (broken++ > 0) return route.continue();
    await route.fetch();
    await route.fulfill({
      status: 200,
      contentType: "application/json",
      body: '{"cursor": 1, "res',
    });
  });
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("all saved", { timeout: 40_000 });
  expect(broken).toBeGreaterThan(1);
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(2);
});

test("an answer of the server that is lost on the way is asked for again", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  const reviews = async () =>
    (await logOf(learner)).filter((entry) => entry.type === "review" && entry.rating === "good");
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await giveRight(page, card);
  const sync = "**/api/sync";
  await page.route(sync, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("offline, 1 answer kept here");
  const stored = await reviews();
  expect(stored).toHaveLength(1);

  await page.unrouteAll({ behavior: "wait" });
  const answered = page.waitForResponse(sync);
  await findNetwork(page);
  expect(await (await answered).json()).toMatchObject({
    results: [{ id: stored[0]?.id, status: "replayed" }],
  });
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await reviews()).toEqual(stored);
  expect((await statesOf(learner)).get(card.id)).toMatchObject({ reps: 2 });
});

test("a session that ended with nothing unsent leaves nothing of the account here", async ({
  page,
  deck,
  login,
  endSessionsOf,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await endSessionsOf(learner);
  await comeBack(page);
  await expect(page).toHaveURL("/login");
  await expect(page.getByText("Nothing of the account is left in this browser")).toBeVisible();
  const databases = await page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(databases).not.toContain(`mooring-${learner.id}`);
});

test("answers that wait for a log-in can be removed after a clear question", async ({
  page,
  deck,
  login,
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
  await page.getByRole("link", { name: "Log in again" }).click();
  await page.getByRole("button", { name: "Remove them from this browser" }).click();
  await expect(page.getByText("for good? There is no other copy")).toBeVisible();
  await page.getByRole("button", { name: "Remove them for good" }).click();
  await expect(page.getByText("Nothing of the account is left in this browser")).toBeVisible();
});

test("two tabs of one guest see each other's answers", async ({ page, context, deck }) => {
  const { topic, first, second } = topicFromRecall(deck);
  await page.goto(`/study?topic=${topic.id}`);
  await expect(questionOf(page, first)).toBeVisible();
  const other = await context.newPage();
  await other.goto(`/study?topic=${topic.id}`);
  await giveRight(other, first);
  await other.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(other, second)).toBeVisible();
  await expect(questionOf(page, second)).toBeVisible();
});

test("a server that cannot end a session now ends it later", async ({
  page,
  login,
  complaints,
}) => {
  complaints.expect(/status of 503/);
  await login();
  await page.goto("/account");
  const sessions = "**/api/account/sessions";
  await page.route(sessions, (route) =>
    route.fulfill({ status: 503, json: { error: "unavailable", message: "Busy." } }),
  );
  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Logged out" })).toBeFocused();
  const ended = page.waitForResponse(sessions);
  await page.unroute(sessions);
  await page.goto("/");
  expect((await ended).status()).toBe(200);
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
});

test("a browser whose storage cannot be opened is told so", async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("No storage in this window.", "SecurityError");
    };
  });
  await page.goto("/study");
  await expect(page.getByText("This browser's storage cannot be opened")).toBeVisible();
});

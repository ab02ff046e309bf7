import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";

test("whoever logs out is out, with a copy of the cookie too", { tag: "@engines" }, async ({
  page,
  elsewhere,
  deck,
  login,
}) => {
  const learner = await login(dueLog(deck, cardsOf(deck, "recall", 1)));
  const copied = await page.context().cookies();
  await page.goto("/account");
  await page.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  await page.goto("/progress");
  await expect(page.getByRole("heading", { name: "Nothing studied yet" })).toBeVisible();
  await expect(page.getByText("You study as a guest")).toBeVisible();

  await elsewhere.context().addCookies(copied);
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL("/login");
  const answer = await elsewhere.request.post("/api/sync", {
    data: { account: learner.id, device: "a-copy", since: 0, entries: [] },
  });
  expect(answer.status()).toBe(401);
});

test("logging out loses no answer unasked", async ({ page, deck, login, logOf, complaints }) => {
  complaints.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|CLIENT_FETCH_ERROR/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeVisible();
  await page.route("**/api/sync", (route) => route.abort());
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("status")).toHaveText("offline, 1 answer kept here");

  const saved = await page.getByRole("status").getAttribute("title");
  expect(saved).toMatch(/^Last saved \d.+, \d\d:\d\d\.$/);
  await page.goto("/account");
  await expect(
    page.getByText(`${saved} 1 answer in this browser has not been sent yet.`),
  ).toBeVisible();
  const logOut = page.getByRole("button", { name: "Log out", exact: true });
  await logOut.click();
  const stay = page.getByRole("button", { name: "Stay logged in" });
  await expect(stay).toBeFocused();
  await stay.click();
  await page.unroute("**/api/sync");
  await logOut.click();
  await expect(page).toHaveURL("/");
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(2);
});

test("logging out with no network hides all at once and ends the session later", async ({
  page,
  elsewhere,
  deck,
  login,
  logOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 401/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  const copied = await page.context().cookies();
  const sessions = "**/api/account/sessions";
  const asCopied = () =>
    elsewhere.request.post("/api/sync", {
      data: { account: learner.id, device: "a-copy", since: 0, entries: [] },
    });
  await elsewhere.context().addCookies(copied);

  await test.step("asks first where an answer would be lost", async () => {
    await page.goto("/account");
    // A page that is left sends what it can: the network has to be gone by then.
    const tab = await page.context().newPage();
    await tab.goto("/study");
    await expect(questionOf(tab, card)).toBeVisible();
    await expect(tab.getByRole("status")).toHaveText("all saved");
    await page.context().setOffline(true);
    await giveRight(tab, card);
    await tab.getByRole("button", { name: "Good" }).click();
    await expect(tab.getByRole("status")).toHaveText("offline, 1 answer kept here");
    await tab.close();
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await page.getByRole("button", { name: "Log out and lose them" }).click();
  });
  await test.step("hides the account at once", async () => {
    await expect(page.getByRole("heading", { name: "Logged out" })).toBeFocused();
    await expect(page.getByText(learner.email)).toBeHidden();
    await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
    const stores = await page.evaluate(async () =>
      (await indexedDB.databases()).map(({ name }) => name),
    );
    expect(stores).not.toContain(`mooring-${learner.id}`);
  });
  await test.step("shows nothing of it while the server has not ended the session", async () => {
    await page.route(sessions, (route) => route.abort());
    await page.context().setOffline(false);
    await page.goto("/account");
    await expect(page).toHaveURL("/login");
    await page.goto("/progress");
    await expect(page.getByText("You study as a guest")).toBeVisible();
    expect((await asCopied()).status()).toBe(200);
  });
  await test.step("ends the session when the server can be told", async () => {
    const ended = page.waitForResponse(sessions);
    await page.unroute(sessions);
    await page.reload();
    expect((await ended).status()).toBe(200);
    expect((await asCopied()).status()).toBe(401);
    expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(1);
  });
});

import { readFileSync } from "node:fs";
import { cardsOf } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { dueLog, type Learner } from "./learner-log";

async function logIn(page: Page, { email, password }: Pick<Learner, "email" | "password">) {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}

test("who logs in or out in one tab does so in all", async ({ page, context, account }) => {
  const learner = await account();
  const other = await context.newPage();
  await other.goto("/deck");
  await expect(other.getByRole("link", { name: "Log in" })).toBeVisible();
  await page.goto("/login");
  await logIn(page, learner);
  await expect(page).toHaveURL("/study");
  await expect(other.getByRole("status")).toHaveText("all saved");

  await page.goto("/account");
  await page.getByRole("button", { name: "Log out on every device" }).click();
  await expect(page).toHaveURL("/");
  await expect(other.getByRole("link", { name: "Log in" })).toBeVisible();
});

test("whoever is logged in is told so where one logs in or makes an account", async ({
  page,
  login,
}) => {
  const learner = await login();
  for (const path of ["/login", "/register"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "You are logged in" })).toBeVisible();
    await expect(page.getByText(`logged in as ${learner.email}.`)).toBeVisible();
    await expect(page.getByLabel("Password")).toBeHidden();
  }
  await expectAccessible(page);
  await page.getByRole("main").getByRole("link", { name: "Your account" }).click();
  await expect(page).toHaveURL("/account");
});

test("after five wrong passwords the right one has to wait, but not where it was used before", async ({
  page,
  elsewhere,
  account,
  complaints,
}) => {
  complaints.expect(/status of (401|429)/);
  const learner = await account();
  await elsewhere.goto("/login");
  await logIn(elsewhere, learner);
  await expect(elsewhere).toHaveURL("/study");
  await elsewhere.goto("/account");
  await elsewhere.getByRole("button", { name: "Log out", exact: true }).click();
  await expect(elsewhere).toHaveURL("/");
  const told = page.getByRole("alert").filter({ hasText: /./ });
  await page.goto("/login");
  for (let attempt = 1; attempt <= 5; attempt++) {
    await logIn(page, { ...learner, password: `wrong ${attempt}` });
    await expect(told).toHaveText("The e-mail address or the password is wrong.");
    await expect(page.getByLabel("E-mail")).toHaveValue(learner.email);
  }
  const answered = page.waitForResponse("**/api/auth/callback/credentials");
  await logIn(page, learner);
  expect((await answered).status()).toBe(429);
  await expect(told).toHaveText(/^Too many attempts\. Try again in 1\d minutes\.$/);
  await expect(page).toHaveURL("/login");
  await elsewhere.goto("/login");
  await logIn(elsewhere, learner);
  await expect(elsewhere).toHaveURL("/study");
});

test("another learner's data looks absent", async ({
  page,
  deck,
  account,
  login,
  logOf,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 2);
  const [card] = cards;
  if (!card) throw new Error("There are two");
  const quiz = { type: "quiz", quiz: crypto.randomUUID(), event: "start" } as const;
  const plan = {
    topics: [card.topic],
    questions: cardsOf(deck, "choice", 2).map(({ id }) => ({ card: id, seed: 1 })),
  };
  const begun = {
    ...quiz,
    plan,
    id: crypto.randomUUID(),
    device: "a",
    sequence: 1,
    at: Date.now(),
  };
  const other = await account([...dueLog(deck, cards), begun]);
  const [log, states] = [await logOf(other), await statesOf(other)];
  const review = log.find((entry) => entry.type === "review" && entry.card === card.id);

  const learner = await login();
  const exchange = (account: string, entries: unknown[]) =>
    page.request.post("/api/sync", { data: { account, device: "mine", since: 0, entries } });
  const undone = { type: "void", target: review?.id, card: card.id, device: "mine", sequence: 1 };
  const mine = { ...undone, id: crypto.randomUUID(), at: Date.now() };

  await test.step("the other's log cannot be read or written", async () => {
    expect((await exchange(other.id, [mine])).status()).toBe(401);
    const answer = await (await exchange(learner.id, [mine])).json();
    expect(answer.results).toEqual([{ id: mine.id, status: "stored" }]);
    expect(answer.entries).toEqual([]);
    expect(await logOf(other)).toEqual(log);
    expect(await statesOf(other)).toEqual(states);
  });
  await test.step("nor can it be seen", async () => {
    await page.goto(`/quiz?take=${quiz.quiz}`);
    await expect(page.getByRole("heading", { name: "Take a quiz" })).toBeVisible();
    await expect(page.getByText("None yet.")).toBeVisible();
    await page.goto("/progress");
    await expect(page.getByRole("heading", { name: "Nothing studied yet" })).toBeVisible();
    await page.goto("/account");
    await expect(page.getByText(`Logged in as ${learner.email}.`)).toBeVisible();
  });
});

test("a new password ends every other session at once", async ({
  page,
  elsewhere,
  login,
  enter,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  const learner = await login();
  await enter(elsewhere, learner);
  await elsewhere.goto("/account");
  await expect(elsewhere.getByText(`Logged in as ${learner.email}.`)).toBeVisible();

  await page.goto("/account");
  await page.getByLabel("Current password").fill(learner.password);
  await page.getByLabel("New password").fill("moored at another quay");
  // Sent twice, the second would say that the old one is wrong by now.
  await page.getByRole("button", { name: "Change the password" }).dblclick();
  await expect(
    page.getByText("Your password is changed. You are logged out on every other device."),
  ).toBeVisible();

  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL("/login");
  await page.goto("/account");
  await expect(page.getByText(`Logged in as ${learner.email}.`)).toBeVisible();
  await logIn(elsewhere, { ...learner, password: "moored at another quay" });
  await expect(elsewhere).toHaveURL("/study");
});

test("a session is ended from another device, which is logged out then", async ({
  page,
  elsewhere,
  login,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  const learner = await login();
  await elsewhere.goto("/login");
  await logIn(elsewhere, learner);
  await expect(elsewhere).toHaveURL("/study");

  await page.goto("/account");
  const sessions = page.getByRole("region", { name: "Where you are logged in" });
  await expect(sessions.getByRole("listitem")).toHaveText([
    /gives no name this browser.*Last seen within the last hour/,
    /^Chrome on Linux.*Logged in within the last hour/,
  ]);
  await expectAccessible(page);
  await sessions.getByRole("button", { name: "End Chrome on Linux" }).click();
  await expect(page.getByRole("heading", { name: "Where you are logged in" })).toBeFocused();
  await expect(sessions.getByRole("status")).toHaveText("Chrome on Linux is logged out.");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL("/login");
});

test("whoever deletes the account leaves nothing", { tag: "@engines" }, async ({
  page,
  deck,
  login,
  rowsAbout,
}) => {
  const learner = await login(dueLog(deck, cardsOf(deck, "recall", 2)));
  expect(await rowsAbout(learner)).toEqual({
    users: 1,
    logs: 1,
    sessions: 1,
    entries: 3,
    card_states: 2,
    daily_totals: expect.any(Number),
  });
  // Its answer would be that nobody is logged in, which the browser logs as an error.
  const comparing = page.waitForRequest("**/api/sync/compare");
  await page.route("**/api/sync/compare", async (route) => {
    await page.waitForResponse("**/api/account/delete");
    await route.continue().catch(() => undefined);
  });
  await page.goto("/account");
  await comparing;
  await page.getByLabel("Your password").fill(learner.password);
  await page.getByRole("button", { name: "Delete the account" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("link", { name: "Log in" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Commands first/ })).toBeVisible();
  await expect.poll(() => rowsAbout(learner)).toEqual({});
});

test("what is wrong with a registration is told, and what was typed stays", async ({
  page,
  complaints,
}) => {
  complaints.expect(/status of 400/);
  await page.goto("/register");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Make the account" }).click();

  await expect(page.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(page.getByText("Use at least 8 characters.")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("not an address");
  await expect(page.getByLabel("Password")).toHaveValue("short");
  await expect(page.getByRole("button", { name: "Make the account" })).toBeEnabled();
});

test("what is stored of an account is had as one file", { tag: "@engines" }, async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const learner = await login(dueLog(deck, cardsOf(deck, "recall", 2)));
  await page.goto("/account");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download your data" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^mooring-\d{4}-\d\d-\d\d\.json$/);
  const told = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(told).toMatchObject({ format: "mooring-export", account: { email: learner.email } });
  const ids = told.entries.map(({ id }: { id: string }) => id);
  expect(ids.sort()).toEqual((await logOf(learner)).map(({ id }) => id).sort());
});

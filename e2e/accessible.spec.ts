import { cardsOf } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog, quizLog, reviewOf } from "./learner-log";

// How each kind of card does stands with the kinds, and quizzes with their states.
const pages = [
  { path: "/", heading: "Learn Docker once, and keep it" },
  { path: "/deck", heading: "The talk, topic by topic" },
  { path: "/deck/swarm", heading: /Swarm/ },
  { path: "/deck/images", heading: /images/ },
  { path: "/quiz", heading: "Take a quiz" },
  { path: "/login", heading: "Log in" },
  { path: "/register", heading: "Make an account" },
  { path: "/settings", heading: "Settings" },
  { path: "/progress", heading: "Nothing studied yet" },
];

for (const { path, heading } of pages) {
  test(`axe finds nothing at ${path}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  });
}

test("axe finds nothing where there is no page", async ({ page, complaints }) => {
  complaints.expect(/status of 404/);
  await page.goto("/no-such-page");
  await expect(page.getByRole("heading", { name: /nothing at this address/ })).toBeVisible();
  await expectAccessible(page);
});

test("axe finds nothing on forms, filled in wrongly too", async ({ page, login, complaints }) => {
  complaints.expect(/status of 403/);
  await login();
  await page.goto("/account");
  await page.getByLabel("Your password").fill("not the password");
  await page.getByRole("button", { name: "Delete the account" }).click();
  await expect(page.getByText("This is not your password.")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill("-1");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a whole number from 0 to 100.")).toBeVisible();
  await expectAccessible(page);
});

test("axe finds nothing in the list of keys", async ({ page, deck, login }) => {
  await login(dueLog(deck, cardsOf(deck, "recall", 1)));
  await page.goto("/study");
  await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectAccessible(page);
});

test("axe finds nothing in a progress of many days", async ({ page, deck, login }) => {
  const [right, wrong] = cardsOf(deck, "choice", 2);
  if (!right || !wrong) throw new Error("There are two");
  const reviews = deck.cards
    .slice(0, 120)
    .map((card, place) => reviewOf(deck, card, { daysAgo: 1 + (place % 40) }));
  await login([...reviews, ...quizLog(deck, [right, wrong], { daysAgo: 3 })]);
  await page.goto("/progress");
  await expect(page.getByRole("heading", { name: /^You would recall/ })).toBeVisible();
  for (const table of await page.getByText("Show as a table").all()) await table.click();
  await expectAccessible(page);
});

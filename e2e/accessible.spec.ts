import { askedOf, giveRight } from "./answering";
import { askable, cardsOf } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog, quizLog, reviewOf } from "./learner-log";

// How each kind of card does stands with the kinds.
const pages = [
  { path: "/", heading: "Learn Docker once, and keep it" },
  { path: "/deck", heading: "The talk, topic by topic" },
  { path: "/deck/swarm", heading: /Swarm/ },
  { path: "/deck/images", heading: /images/ },
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

test("axe finds nothing in a quiz from its topics to its result", async ({ page, deck }) => {
  const cards = askable(deck.cards);
  await page.goto("/quiz");
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const first = await askedOf(page, cards);
  await expectAccessible(page);
  await giveRight(page, first);
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
  await expectAccessible(page);
  for (const question of [2, 3, 4, 5]) {
    await page.getByRole("button", { name: "Next question" }).click();
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    await page.getByRole("button", { name: "I do not know" }).click();
  }
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "1 of 5" })).toBeFocused();
  await expectAccessible(page);
});

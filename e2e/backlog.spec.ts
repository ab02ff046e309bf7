import { questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog, settingOf } from "./learner-log";

test("after a break a day holds no more than its minutes, and says by when all is caught up", async ({
  page,
  deck,
  login,
}) => {
  const due = [...cardsOf(deck, "recall", 50), ...cardsOf(deck, "choice", 50)];
  await login([...dueLog(deck, due), settingOf("newPerDay", 10)]);
  await page.goto("/settings");
  await page.getByLabel("Minutes a day, at most").fill("5");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto("/");
  await expect(page.getByText(/At 5 minutes a day you are caught up by/)).toBeVisible();
  await expect(page.getByText(/New cards rest until then\./)).toBeVisible();
  await expect(page.getByText(/\b(100|8\d|9\d)\b/)).toHaveCount(0);
  await expectAccessible(page);

  await page.keyboard.press("Enter");
  const train = page.getByRole("img", { name: /^Card 1 of \d+$/ });
  await expect(train).toBeVisible();
  const cards = Number(/\d+$/.exec((await train.getAttribute("aria-label")) ?? "")?.[0]);
  expect(cards).toBeGreaterThan(5);
  expect(cards).toBeLessThan(30);
});

test("a day without a limit in minutes has all that is due", async ({ page, deck, login }) => {
  const due = cardsOf(deck, "recall", 30);
  await login(dueLog(deck, due));
  await page.goto("/study");
  const [first] = due;
  if (!first) throw new Error("There are 30");
  await expect(questionOf(page, first)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 30", exact: true })).toBeVisible();
});

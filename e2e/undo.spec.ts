import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";

test("undo brings the card back, and what was sent of it counts no more", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  const before = (await statesOf(learner)).get(first.id);
  await page.goto("/study");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Hard" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect((await statesOf(learner)).get(first.id)).toMatchObject({ reps: 2 });

  await page.keyboard.press("u");
  await expect(questionOf(page, first)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 2", exact: true })).toBeVisible();
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");

  const log = await logOf(learner);
  const review = log.find((entry) => entry.type === "review" && entry.rating === "hard");
  const voids = log.filter((entry) => entry.type === "void");
  expect(voids).toMatchObject([{ target: review?.id, card: first.id }]);
  // The log keeps both, and a state counts the entries that it is folded from.
  expect((await statesOf(learner)).get(first.id)).toEqual({ ...before, folded: 3 });
});

test("the last rating of a session can be taken back, too", async ({ page, deck, login }) => {
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  await page.keyboard.press("u");
  await expect(questionOf(page, card)).toBeFocused();
  await giveRight(page, card);
  await page.getByRole("button", { name: "Easy" }).click();
  await page.getByRole("button", { name: "Undo the last rating" }).click();
  await expect(questionOf(page, card)).toBeFocused();
});

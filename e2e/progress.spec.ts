import { giveRight } from "./answering";
import { cardOf, cardsOf, topicFromRecall } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog, quizLog, reviewOf } from "./learner-log";
import { comeBack } from "./page-events";

test("progress shows in numbers what was done", async ({ page, deck, login }) => {
  const card = cardOf(deck, "recall");
  const [right, wrong] = cardsOf(deck, "choice", 2);
  if (!right || !wrong) throw new Error("There are two");
  const topic = deck.topics.find(({ id }) => id === card.topic);
  const quiz = quizLog(deck, [right, wrong], { daysAgo: 3 });
  // What the quiz missed was studied since: else it would come first in the session.
  const since = reviewOf(deck, wrong, { daysAgo: 2 });
  await login([...dueLog(deck, [card]), ...quiz, since]);
  await page.goto("/study");
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await page.getByRole("link", { name: "See your progress" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "You would recall 1\u00a0% of the talk today",
  );
  await expect(page.getByText(`You have studied 2 of ${deck.cards.length} cards.`)).toBeVisible();
  await expect(page.getByRole("row", { name: "Today 1 review in 1 minute" })).toBeVisible();
  await expect(page.getByRole("row", { name: "Last 7 days 4 reviews in 1 minute" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^a week to a month 1 / })).toBeVisible();
  await expect(page.getByText(/^Nothing is due today/)).toBeVisible();
  await expect(page.getByText(/^You studied on 4 of the last \d+ days, /)).toBeVisible();
  await expect(page.getByRole("row", { name: /1 of 2$/ })).toBeVisible();

  await page.getByText("Show as a table").first().click();
  const cards = deck.cards.filter((one) => one.topic === card.topic).length;
  const studied = [card, wrong].filter((one) => one.topic === card.topic).length;
  const row = `${topic?.title} ${cards} ${studied} `;
  await expect(page.getByRole("row", { name: row })).toBeVisible();
});

test("progress that was drawn before an answer arrived is drawn anew", async ({
  page,
  deck,
  login,
}) => {
  const card = cardOf(deck, "recall");
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  let isFirst = true;
  await page.route(/\/progress\b/, async (route) => {
    const isAhead = "next-router-prefetch" in route.request().headers();
    if (isAhead || !isFirst) return route.continue();
    isFirst = false;
    const drawn = await route.fetch();
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    await route.fulfill({ response: drawn });
  });
  await page.getByRole("link", { name: "See your progress" }).click();
  await expect(page.getByRole("row", { name: "Today 1 review in 1 minute" })).toBeVisible();
  expect(isFirst).toBe(false);
});

test("a guest's progress is drawn from the browser's own log", async ({ page, deck }) => {
  const { topic, first } = topicFromRecall(deck);
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await page.getByRole("link", { name: "Progress" }).click();

  await expect(page.getByText(`You have studied 1 of ${deck.cards.length} cards.`)).toBeVisible();
  await expect(page.getByRole("row", { name: "Today 1 review in 1 minute" })).toBeVisible();
  await expect(page.getByText("You study as a guest")).toBeVisible();
});

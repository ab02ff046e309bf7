import { giveRight } from "./answering";
import { topicFromRecall } from "./deck";
import { expect, test } from "./fixtures";

test("every topic is reached by keyboard from the map", async ({ page, deck }) => {
  const [, topic] = deck.topics;
  if (!topic) throw new Error("There are two topics");
  await page.goto("/deck");
  await page.getByRole("link", { name: deck.topics[0]?.title, exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: topic.title, exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: topic.title })).toBeVisible();
});

test("each topic says in words what it builds on", async ({ page, deck }) => {
  await page.goto("/deck");
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(rows).toHaveCount(deck.topics.length);
  await expect(rows.filter({ hasText: /Builds on/ })).toHaveCount(deck.topics.length);
});

test("the map shows a guest's recall once a card was studied", async ({ page, deck }) => {
  const { topic, cards, first } = topicFromRecall(deck);
  await page.goto("/deck");
  await expect(page.getByText(/^Builds on/).first()).toBeVisible();
  await expect(page.getByText(/Recall today/)).toHaveCount(0);

  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await page.getByRole("link", { name: "Deck" }).click();

  const row = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { level: 2, name: topic.title, exact: true }),
  });
  await expect(
    row
      .getByText(/^Recall today \d+\u00a0%, 1 of /)
      .and(page.getByText(`of ${cards.length} cards`)),
  ).toBeVisible();
  await expect(page.getByText("The fuller a container, the more")).toBeVisible();
});

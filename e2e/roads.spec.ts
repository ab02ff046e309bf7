import { roadOrder } from "#core/content/road-order";
import type { Deck } from "#core/content/types";
import { giveRight, questionOf } from "./answering";
import { topicFromRecall } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { settingOf } from "./learner-log";

/** The cards in the order in which a road meets them. */
function cardsOn(deck: Deck, id: string) {
  const road = deck.roads.find((one) => one.id === id);
  if (!road) throw new Error(`The deck has no road ${id}.`);
  return { road, cards: roadOrder(road, deck) };
}

test("the road is a setting, on every device, and changing it keeps what was done", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const [first, second] = cardsOn(deck, "commands").cards;
  if (!first || !second) throw new Error("A road has cards");
  const learner = await login([settingOf("road", "commands"), settingOf("road", 7)]);
  await page.goto("/study");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeVisible();

  const other = cardsOn(deck, "containers");
  await page.goto("/settings");
  await expect(page.getByRole("radio", { name: "Commands first" })).toBeChecked();
  await page.getByRole("radio", { name: other.road.title }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.goto("/study");
  const next = other.cards.find(({ id }) => id !== first.id);
  if (!next) throw new Error("A road has more than one card");
  await expect(questionOf(page, next)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await logOf(learner)).toContainEqual(
    expect.objectContaining({ type: "setting", key: "road", value: other.road.id }),
  );
  expect([...(await statesOf(learner)).keys()]).toEqual([first.id]);
});

test("a topic is begun beyond the day's cards, and the page says so", async ({
  page,
  deck,
  login,
}) => {
  const { topic, first } = topicFromRecall(deck);
  await login([settingOf("newPerDay", 0)]);
  await page.goto("/study");
  await expect(page.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
  await page.goto(`/deck/${topic.id}`);
  await page.getByRole("link", { name: /^Study these/ }).click();
  await expect(questionOf(page, first)).toBeVisible();
  await expect(page.getByText("Today's limit is reached.")).toBeVisible();
  await expectAccessible(page);
});

test("an address with a topic that is not there says so, in study and quiz", async ({ page }) => {
  await page.goto("/study?topic=nowhere");
  await expect(page.getByRole("heading", { name: "There is no such topic" })).toBeVisible();
  await expect(page.getByText("“nowhere”")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Study all topics" }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 10" })).toBeVisible();
  await page.goto("/quiz?topic=nowhere");
  await expect(page.getByText("“nowhere”")).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the quiz" })).toBeVisible();
});

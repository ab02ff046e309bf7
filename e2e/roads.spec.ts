import { roadOrder } from "#core/content/road-order";
import type { Deck } from "#core/content/types";
import { giveRight, questionOf } from "./answering";
import { cardOf, cardsOf, topicFromRecall } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog, settingOf } from "./learner-log";

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
  await page.getByRole("link", { name: "Study this topic" }).click();
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

test("a newcomer takes a road by one key, and comes back to what is due", async ({
  page,
  deck,
  elsewhere,
}) => {
  const { road, cards } = cardsOn(deck, "commands");
  const [first] = cards;
  if (!first) throw new Error("A road has cards");
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Where do you want to begin?" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("1");
  await expect(questionOf(page, first)).toBeVisible();
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(page.getByText("9 new cards.")).toBeVisible();
  await expect(page.getByText("estimated from the words on the cards")).toBeVisible();
  await expect(page.getByText(`Your road: ${road.title}.`)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "Card 1 of 9" })).toBeVisible();

  await elsewhere.goto("/");
  await expect(elsewhere.getByRole("button", { name: /^What containers are/ })).toBeVisible();
});

test("whoever comes back is not shown the pitch, not even before the page has read its store", async ({
  page,
  deck,
  login,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  await login(dueLog(deck, [cardOf(deck, "recall")]));
  const pitch = page.getByRole("heading", { name: "Where do you want to begin?" });
  await page.goto("/");
  await expect(page.getByText("1 card to review.")).toBeVisible();
  // No script but those of the page itself: what is painted first stays.
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto("/", { waitUntil: "load" });
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(pitch).toBeHidden();
});

test("an account with nothing done in it is offered the roads, and keeps its choice everywhere", async ({
  page,
  elsewhere,
  enter,
  login,
}) => {
  const learner = await login();
  await page.goto("/");
  await page.getByRole("button", { name: /^What containers are/ }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 10" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
  await enter(elsewhere, learner);
  await elsewhere.goto("/");
  await expect(elsewhere.getByText("Your road: What containers are.")).toBeVisible();
});

test("how long it takes is told at the learner's own pace once there are answers", async ({
  page,
  deck,
  login,
}) => {
  const cards = cardsOf(deck, "recall", 30);
  const sitting = Date.now() - 30 * 86_400_000;
  const log = dueLog(deck, cards).map((entry, i) => ({ ...entry, at: sitting + i * 20_000 }));
  await login(log);
  await page.goto("/");
  await expect(page.getByText("at the pace of your last answers")).toBeVisible();
});

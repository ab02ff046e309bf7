import { giveRight, giveWrong, questionOf } from "./answering";
import { cardOf, cardsOf, shown, topicFromRecall } from "./deck";
import { expect, test } from "./fixtures";
import { comesBack, dueLog, reviewOf, settingOf } from "./learner-log";

test("a guest studies a card", async ({ page, deck }) => {
  const { topic, first, second } = topicFromRecall(deck);
  await page.goto("/deck");
  await page.getByRole("link", { name: topic.title, exact: true }).click();
  await page.getByRole("link", { name: "Study this topic" }).click();

  await expect(questionOf(page, first)).toBeFocused();
  await expect(page.getByRole("img", { name: "Card 1 of 10", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Show the answer" }).click();
  await expect(page.getByRole("heading", { name: shown(first.answer) })).toBeFocused();
  await expect(page.getByText(shown(first.explain), { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 2 of 10", exact: true })).toBeVisible();
});

test("a rating button says when the card comes back, and so it is stored", async ({
  page,
  deck,
  login,
  statesOf,
}) => {
  const cards = cardsOf(deck, "recall", 4);
  const learner = await login(dueLog(deck, cards));
  const promised: Record<string, string> = {};
  await page.goto("/study");
  for (const [place, rating] of ["Again", "Hard", "Good", "Easy"].entries()) {
    const card = cards[place];
    if (!card) throw new Error("There are as many cards as ratings");
    await expect(questionOf(page, card)).toBeVisible();
    await page.getByRole("button", { name: "Show the answer" }).click();
    const button = page.getByRole("button", { name: rating });
    promised[card.id] = await button.innerText();
    await button.click();
  }
  await expect(page.getByRole("status")).toHaveText("all saved");

  const states = await statesOf(learner);
  for (const { id } of cards) {
    expect(states.get(id)).toMatchObject({ reps: 2 });
    expect(promised[id]).toContain(comesBack(states.get(id)));
  }
});

test("an answer is kept though the page is left at that very moment", async ({ page, deck }) => {
  const { topic, first, second } = topicFromRecall(deck);
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await expect(page.getByRole("button", { name: "Easy" })).toBeVisible();
  await page.keyboard.press("4");
  await page.reload();
  await expect(questionOf(page, second)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 9", exact: true })).toBeVisible();
});

test("coming back by a link goes on with the next card", async ({ page, deck }) => {
  const { topic, first, second } = topicFromRecall(deck);
  await page.goto(`/deck/${topic.id}`);
  await page.getByRole("link", { name: "Study this topic" }).click();
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await page.goBack();
  await page.getByRole("link", { name: "Study this topic" }).click();
  await expect(questionOf(page, second)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 9", exact: true })).toBeVisible();
});

test("a typed answer may be overruled, and both verdicts are stored", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const card = cardOf(deck, "text");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveWrong(page, card);
  await expect(page.getByRole("button", { name: /^Continue/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Good" })).toBeHidden();
  await page.getByRole("button", { name: "I was right" }).click();
  await expect(page.getByRole("heading", { name: "Counted as right" })).toBeVisible();
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await logOf(learner)).toContainEqual(
    expect.objectContaining({ card: card.id, verdict: "wrong", overruled: true, rating: "good" }),
  );
});

test("a card that comes late over the network is shown once it is here", async ({
  page,
  deck,
  login,
}) => {
  const recall = deck.cards.filter(({ kind }) => kind === "recall");
  const [first] = recall;
  const late = recall.find(({ topic }) => topic !== first?.topic);
  if (!first || !late) throw new Error("There are recall cards in several topics");
  await login(dueLog(deck, [first, late]));
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(`**/deck-data/${late.topic}-*`, async (route) => {
    await arrival;
    await route.continue();
  });
  await page.goto("/study");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByText("Fetching the next card.")).toBeVisible();
  arrive();
  await expect(questionOf(page, late)).toBeVisible();
});

test("the link of the page one is on begins anew", async ({ page, deck, login }) => {
  const card = cardOf(deck, "recall");
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
  await page.getByRole("link", { name: "Study", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
});

test("who wants more new cards than the day has gets them", async ({ page, deck, login }) => {
  const known = reviewOf(deck, cardOf(deck, "recall"), { daysAgo: 1, rating: "easy" });
  await login([settingOf("newPerDay", 0), known]);
  await page.goto("/");
  await page.getByRole("link", { name: "Study more new cards" }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 10", exact: true })).toBeVisible();
  await page.goto("/study");
  await expect(page.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
  await page.getByRole("button", { name: /^10 more new cards, about \d+ minutes$/ }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 10", exact: true })).toBeVisible();
});

test("a card that does not come can be put off", async ({ page, deck, login, complaints }) => {
  complaints.expect(/ERR_FAILED/);
  const recall = deck.cards.filter(({ kind }) => kind === "recall");
  const [first] = recall;
  const missing = recall.find(({ topic }) => topic !== first?.topic);
  if (!first || !missing) throw new Error("There are recall cards in several topics");
  await login(dueLog(deck, [first, missing]));
  await page.route(`**/deck-data/${missing.topic}-*`, (route) => route.abort());
  await page.goto("/study");
  await giveRight(page, first);
  await page.getByRole("button", { name: "Good" }).click();
  await page.getByRole("button", { name: "Put it off and go on" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeVisible();
});

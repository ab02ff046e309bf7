import type { Card } from "#core/content/types";
import { foldLog } from "#core/log/fold-log";
import type { Entry } from "#core/log/types";
import { askedOf, giveRight, questionOf } from "./answering";
import { cardsOf, topicFromRecall } from "./deck";
import { expect, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";

/** The ratings that a card got, as often as a log holds them. */
const ratingsOf = (log: readonly Entry[], { id }: Card) =>
  log.flatMap((entry) => (entry.type === "review" && entry.card === id ? [entry.rating] : []));

test("a phone and a laptop that studied with no network come to the same", async ({
  page: phone,
  elsewhere: laptop,
  deck,
  login,
  enter,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const { topic, cards } = topicFromRecall(deck);
  const [both, laptops] = cards.filter(({ kind }) => kind === "recall");
  const phones = cardsOf(deck, "recall", 50).find((card) => card.topic !== topic.id);
  if (!both || !laptops || !phones) throw new Error("There are recall cards in several topics");
  const learner = await login(dueLog(deck, [phones, both, laptops]));
  await enter(laptop, learner);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/study");
  await laptop.goto(`/study?topic=${topic.id}`);
  for (const page of [phone, laptop]) {
    await expect(page.getByRole("status")).toHaveText("all saved");
    await expect(page.getByRole("button", { name: "Show the answer" })).toBeVisible();
    await page.context().setOffline(true);
  }

  await test.step("each answers two cards, one of them the same", async () => {
    for (const [card, rating] of [
      [phones, "Good"],
      [both, "Hard"],
    ] as const) {
      await expect(questionOf(phone, card)).toBeVisible();
      await giveRight(phone, card);
      await phone.getByRole("button", { name: rating }).click();
    }
    for (const [card, rating] of [
      [both, "Again"],
      [laptops, "Easy"],
    ] as const) {
      await expect(questionOf(laptop, card)).toBeVisible();
      await giveRight(laptop, card);
      await laptop.getByRole("button", { name: rating }).click();
    }
    expect(await logOf(learner)).toHaveLength(4);
  });
  await test.step("and all is on the server once, as a plain fold has it", async () => {
    // The later answer comes first.
    for (const page of [laptop, phone]) {
      await page.context().setOffline(false);
      await expect(page.getByRole("status")).toHaveText("all saved");
    }
    const log = await logOf(learner);
    expect(ratingsOf(log, both).sort()).toEqual(["again", "easy", "hard"]);
    expect(ratingsOf(log, phones).sort()).toEqual(["easy", "good"]);
    expect(ratingsOf(log, laptops)).toEqual(["easy", "easy"]);
    expect(log).toHaveLength(8);
    expect(await statesOf(learner)).toEqual(foldLog(log).states);
  });
  await test.step("and on both devices, which show the same", async () => {
    const stored = await statesOf(learner);
    await comeBack(laptop);
    for (const page of [laptop, phone]) {
      await expect.poll(() => localStates(page, learner)).toEqual(stored);
      await page.goto("/study");
    }
    const [shown] = await Promise.all([phone, laptop].map((page) => askedOf(page, [both])));
    expect(shown).toBe(both);
    for (const page of [phone, laptop]) {
      await expect(page.getByRole("img", { name: "Card 1 of 1", exact: true })).toBeVisible();
    }
  });
});

test("an answer is sent by the next tab when its own was closed with no network", async ({
  page,
  context,
  deck,
  login,
  logOf,
  statesOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  const [card] = cardsOf(deck, "recall", 1);
  if (!card) throw new Error("There is one");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(page.getByRole("status")).toHaveText("all saved");
  await giveRight(page, card);
  await expect(page.getByRole("button", { name: "Good" })).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.press("3");
  await page.close();
  await context.setOffline(false);

  const later = await context.newPage();
  await later.goto("/study");
  await expect(later.getByRole("heading", { name: "Nothing is due" })).toBeVisible();
  await expect(later.getByRole("status")).toHaveText("all saved");
  const log = await logOf(learner);
  expect(ratingsOf(log, card).sort()).toEqual(["easy", "good"]);
  expect(await statesOf(learner)).toEqual(foldLog(log).states);
  expect(await localStates(later, learner)).toEqual(await statesOf(learner));
});

test("two tabs that answer, and undo in one of them, double nothing", async ({
  page,
  context,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const [first, second, third] = cardsOf(deck, "recall", 3);
  if (!first || !second || !third) throw new Error("There are three");
  const learner = await login(dueLog(deck, [first, second, third]));
  await page.goto("/study");
  const other = await context.newPage();
  await other.goto("/study");
  await expect(questionOf(other, first)).toBeVisible();

  await giveRight(page, first);
  await page.getByRole("button", { name: "Hard" }).click();
  await expect(questionOf(other, second)).toBeVisible();
  await giveRight(other, second);
  await other.getByRole("button", { name: "Good" }).click();
  await expect(questionOf(other, third)).toBeVisible();
  await page.bringToFront();
  await page.keyboard.press("u");
  await expect(questionOf(page, first)).toBeVisible();
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();
  await giveRight(other, third);
  await other.getByRole("button", { name: "Good" }).click();
  await expect(other.getByRole("heading", { name: "Done for today" })).toBeVisible();
  for (const tab of [page, other]) {
    const answered = tab.waitForResponse("**/api/sync");
    await comeBack(tab);
    await answered;
    await expect(tab.getByRole("status")).toHaveText("all saved");
  }

  const log = await logOf(learner);
  expect(ratingsOf(log, first).sort()).toEqual(["easy", "easy", "hard"]);
  expect(ratingsOf(log, second).sort()).toEqual(["easy", "good"]);
  expect(ratingsOf(log, third).sort()).toEqual(["easy", "good"]);
  const taken = log.find((entry) => entry.type === "review" && entry.rating === "hard");
  expect(log.filter((entry) => entry.type === "void")).toMatchObject([{ target: taken?.id }]);
  const { states } = foldLog(log);
  expect(await statesOf(learner)).toEqual(states);
  for (const tab of [page, other]) expect(await localStates(tab, learner)).toEqual(states);
});

import { findUserByEmail } from "#db/users";
import { giveAnswer, questionOf } from "./answering";
import { topicFrom } from "./deck";
import { expect, localStates, test } from "./fixtures";
import { dueLog } from "./learner-log";

test("a guest makes an account and keeps every answer, on another device too", async ({
  page,
  elsewhere,
  deck,
  database,
  logOf,
  statesOf,
}) => {
  const { topic, cards } = topicFrom(deck, "recall");
  const [first, second, third] = cards;
  if (!first || !second || !third) throw new Error(`${topic.id} has too few cards`);
  const email = `${crypto.randomUUID()}@mooring.example`;
  const password = "a password of one's own";

  await test.step("studies as a guest", async () => {
    await page.goto(`/study?topic=${topic.id}`);
    await giveAnswer(page, first, { kind: "recall" });
    await page.getByRole("button", { name: "Easy" }).click();
    await giveAnswer(page, second, { kind: "none", asked: second.kind });
    await page.getByRole("button", { name: "Again" }).click();
    await expect(questionOf(page, third)).toBeVisible();
  });
  await test.step("makes an account", async () => {
    await page.getByRole("link", { name: "Log in" }).click();
    await page.getByRole("link", { name: "Make one" }).click();
    await expect(page.getByRole("heading", { name: "Make an account" })).toBeVisible();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page).toHaveURL("/study");
    await expect(page.getByRole("status")).toHaveText("all saved");
  });

  const user = await findUserByEmail(database, email);
  if (!user) throw new Error(`${email} has no account`);
  const learner = { ...user, password };
  await test.step("has each answer once", async () => {
    const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
    expect(reviews.map(({ card, rating }) => [card, rating]).sort()).toEqual(
      [
        [first.id, "easy"],
        [second.id, "again"],
      ].sort(),
    );
  });
  await test.step("logs in elsewhere and goes on", async () => {
    await elsewhere.goto("/login");
    await elsewhere.getByLabel("E-mail").fill(email);
    await elsewhere.getByLabel("Password").fill(password);
    await elsewhere.getByRole("button", { name: "Log in" }).click();
    await expect(elsewhere).toHaveURL("/study");
    await elsewhere.goto(`/study?topic=${topic.id}`);
    await expect(elsewhere.getByRole("img", { name: "Card 1 of 9", exact: true })).toBeVisible();
    await expect(questionOf(elsewhere, first)).toBeHidden();
  });
  await test.step("finds the same states there", async () => {
    const stored = await statesOf(learner);
    expect(stored.size).toBe(2);
    expect(await localStates(elsewhere, learner)).toEqual(stored);
    expect(await localStates(page, learner)).toEqual(stored);
  });
});

test("a guest who logs in brings the answers along to those of the account", async ({
  page,
  deck,
  account,
  logOf,
}) => {
  const { topic, cards } = topicFrom(deck, "recall");
  const [first] = cards;
  const due = deck.cards.find((card) => card.kind === "recall" && card.topic !== topic.id);
  if (!first || !due) throw new Error("There are recall cards in several topics");
  const learner = await account(dueLog(deck, [due]));
  await page.goto(`/study?topic=${topic.id}`);
  await giveAnswer(page, first, { kind: "recall" });
  await page.getByRole("button", { name: "Easy" }).click();

  await page.goto("/login");
  await page.getByLabel("E-mail").fill(learner.email);
  await page.getByLabel("Password").fill(learner.password);
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(questionOf(page, due)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 1", exact: true })).toBeVisible();
  const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
  expect(reviews.map(({ card }) => card).sort()).toEqual([first.id, due.id].sort());
});

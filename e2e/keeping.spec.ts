import { giveRight, makeRight, questionOf } from "./answering";
import { cardOf, topicFromRecall } from "./deck";
import { expect, expectAccessible, localStates, type Page, test } from "./fixtures";
import { dueLog, type Learner, openQuizLog } from "./learner-log";

test("a guest makes an account and keeps every answer, on another device too", {
  tag: "@engines",
}, async ({ page, elsewhere, deck, idOf, logOf, statesOf }) => {
  const { topic, cards, first, second } = topicFromRecall(deck);
  const third = cards[2];
  if (!third) throw new Error(`${topic.id} has too few cards`);
  const email = `${crypto.randomUUID()}@mooring.example`;
  const password = "a password of one's own";

  await test.step("studies as a guest", async () => {
    await page.goto(`/study?topic=${topic.id}`);
    await giveRight(page, first);
    await page.getByRole("button", { name: "Easy" }).click();
    await expect(questionOf(page, second)).toBeVisible();
    await giveRight(page, second);
    await page.getByRole("button", { name: "Easy" }).click();
    await expect(questionOf(page, third)).toBeVisible();
  });
  await test.step("makes an account", async () => {
    await page.getByRole("link", { name: "Log in" }).click();
    await page.getByRole("link", { name: "Make one" }).click();
    await expect(page.getByRole("heading", { name: "Make an account" })).toBeVisible();
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Make the account" }).click();
    await expect(page.getByRole("heading", { name: "Your account is made" })).toBeFocused();
    await expect(page.getByText("The 2 answers you gave in this browser are in it.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("all saved");
  });

  const learner = { id: await idOf(email), email, password };
  await test.step("has each answer once", async () => {
    const reviews = (await logOf(learner)).filter((entry) => entry.type === "review");
    expect(reviews.map(({ card, rating }) => [card, rating]).sort()).toEqual(
      [
        [first.id, "easy"],
        [second.id, "easy"],
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
    await expect(elsewhere.getByRole("img", { name: "Card 1 of 8", exact: true })).toBeVisible();
    await expect(questionOf(elsewhere, first)).toBeHidden();
  });
  await test.step("finds the same states there", async () => {
    const stored = await statesOf(learner);
    expect(stored.size).toBe(2);
    expect(await localStates(elsewhere, learner)).toEqual(stored);
    expect(await localStates(page, learner)).toEqual(stored);
  });
});

test("who logs in is asked once what becomes of a guest's answers", async ({
  page,
  deck,
  account,
  logOf,
  statesOf,
}) => {
  const { topic, first, second } = topicFromRecall(deck);
  const due = deck.cards.find((card) => card.kind === "recall" && card.topic !== topic.id);
  if (!due) throw new Error("There are recall cards in several topics");
  const learner = await account(dueLog(deck, [due, first]));
  const cardsReviewed = async () =>
    (await logOf(learner))
      .filter((entry) => entry.type === "review")
      .map(({ card }) => card)
      .sort();
  const question = page.getByRole("heading", {
    name: "Add the answer you gave in this browser to the account?",
  });
  const newer = page.getByRole("heading", {
    name: "Add the 2 answers you gave in this browser to the account?",
  });
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();

  await test.step("leaves them out: they stay the guest's", async () => {
    await logIn(page, learner);
    await expect(question).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Leave it out" }).click();
    await expect(page).toHaveURL("/study");
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect(await cardsReviewed()).toEqual([due.id, first.id].sort());
    await page.goto("/account");
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await expect(page).toHaveURL("/");
    await page.goto("/progress");
    await expect(page.getByText("You study as a guest")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Nothing studied yet" })).toBeHidden();
  });
  await test.step("is not asked again about the same", async () => {
    await logIn(page, learner);
    await expect(page).toHaveURL("/study");
    await page.goto("/account");
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await expect(page).toHaveURL("/");
  });
  await test.step("is asked about newer ones, and adds all, though the account knows the same card", async () => {
    await page.goto(`/study?topic=${topic.id}`);
    await expect(questionOf(page, second)).toBeVisible();
    await giveRight(page, second);
    await page.getByRole("button", { name: "Easy" }).click();
    await logIn(page, learner);
    await expect(newer).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/study");
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect(await cardsReviewed()).toEqual([due.id, first.id, first.id, second.id].sort());
    expect(await localStates(page, learner)).toEqual(await statesOf(learner));
  });
  await test.step("is asked nothing where no guest has answered", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: "Log out", exact: true }).click();
    await expect(page).toHaveURL("/");
    await logIn(page, learner);
    await expect(page).toHaveURL("/study");
  });
});

test("what is typed, ticked or placed in study and in practice outlasts a reload", async ({
  page,
  deck,
  login,
}) => {
  const [typed, placed] = [cardOf(deck, "cloze"), cardOf(deck, "match")];
  const quiz = crypto.randomUUID();
  await login([...dueLog(deck, [typed]), ...openQuizLog(quiz, [placed])]);
  for (const [path, card] of [
    ["/study", typed],
    [`/quiz?take=${quiz}`, placed],
  ] as const) {
    await page.goto(path);
    await makeRight(page, card);
    await page.reload();
    await page.getByRole("button", { name: "Check" }).click();
    await expect(page.getByRole("heading", { name: "Right" })).toBeFocused();
  }
});

async function logIn(page: Page, { email, password }: Learner): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
}

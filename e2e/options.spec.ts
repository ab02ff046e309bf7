import { giveRight, giveWrong, questionOf } from "./answering";
import { cardOf, cardsOf, shown } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { openQuizLog } from "./learner-log";

/** The one option on the page, as a screen reader hears it. */
const heard = (page: Page) => page.getByRole("status").filter({ hasText: /^Option \d/ });

test("options come one at a time, by keys alone, and none comes back after a reload", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const card = cardOf(deck, "multi");
  const quiz = crypto.randomUUID();
  const learner = await login(openQuizLog(quiz, [card], { style: "options" }));
  const options = new Map(card.options.map((option) => [shown(option.text), option]));
  const asked: string[] = [];
  /** Says of the option on the page what is so; gives its text. */
  const say = async (place: number) => {
    const status = heard(page);
    await expect(status).toContainText(`Option ${place} of ${card.options.length}`);
    const text = (await status.innerText()).split("\n").at(-1)?.trim() ?? "";
    const option = options.get(text);
    if (!option) throw new Error(`The card has no option "${text}".`);
    await page.keyboard.press(option.right ? "y" : "n");
    asked.push(text);
  };

  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, card)).toBeVisible();
  await expect(page.getByText("You cannot go back")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Yes/ })).toBeVisible();
  await say(1);
  await expect(heard(page)).toContainText("Option 2 of");
  await expectAccessible(page);

  await page.reload();
  for (let place = 2; place <= card.options.length; place++) await say(place);
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
  expect(new Set(asked).size).toBe(card.options.length);
  await expectAccessible(page);
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { level: 1, name: "1 of 1" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
  const [review] = (await logOf(learner)).filter((entry) => entry.type === "review");
  expect(review).toMatchObject({ rating: "good", verdict: "correct", answer: { kind: "options" } });
});

test("how sure an answer was is said by a key before its verdict, and told at the end", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const cards = cardsOf(deck, "choice", 2);
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are two");
  const quiz = crypto.randomUUID();
  const learner = await login(openQuizLog(quiz, cards, { asksConfidence: true }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, first)).toBeVisible();

  await giveRight(page, first);
  const sure = page.getByRole("group", { name: "How sure are you?" });
  await expect(sure).toBeVisible();
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("1");
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
  await page.keyboard.press("Space");
  await giveWrong(page, second);
  await expect(sure).toBeVisible();
  await page.keyboard.press("3");
  await expect(page.getByRole("heading", { name: "Not yet" })).toBeFocused();
  await page.keyboard.press("Space");

  await expect(page.getByRole("heading", { level: 1, name: "1 of 2" })).toBeFocused();
  await expect(page.getByText(/-5 points of 6|−5 points of 6/)).toBeVisible();
  const mistakes = page.getByRole("heading", { name: "Sure, but not right" });
  await expect(mistakes).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
  const said = (await logOf(learner)).flatMap((entry) =>
    entry.type === "review" ? [entry.confidence] : [],
  );
  expect(said.sort()).toEqual([1, 3]);
});

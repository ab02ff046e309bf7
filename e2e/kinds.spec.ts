import { plainText } from "#core/content/inline";
import { cardKinds } from "#core/content/types";
import { rightAnswer } from "#core/grading/right-answer";
import { giveAnswer, questionOf } from "./answering";
import { cardOf, wrongAnswer } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog } from "./learner-log";

for (const kind of cardKinds.filter((one) => one !== "recall")) {
  test(`a ${kind} card says what was wrong and why, and what is right`, async ({
    page,
    deck,
    login,
  }) => {
    const card = cardOf(deck, kind);
    await login(dueLog(deck, [card]));
    await page.goto("/study");
    await expect(questionOf(page, card)).toBeVisible();
    await expectAccessible(page);
    await giveAnswer(page, card, wrongAnswer(card));
    await expect(page.getByRole("heading", { name: /^(Not yet|Partly)$/ })).toBeFocused();
    await expect(page.getByText(plainText(card.explain), { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Again" }).click();

    await expect(questionOf(page, card)).toBeVisible();
    await giveAnswer(page, card, rightAnswer(card));
    await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
    await expect(page.getByText(plainText(card.explain), { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Good" }).click();
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  });
}

test("a recall card shows its answer and why, and the learner rates it", async ({
  page,
  deck,
  login,
}) => {
  const card = cardOf(deck, "recall");
  await login(dueLog(deck, [card]));
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeVisible();
  await expectAccessible(page);
  await giveAnswer(page, card, rightAnswer(card));
  await expect(page.getByRole("heading", { name: plainText(card.answer) })).toBeFocused();
  await expect(page.getByText(plainText(card.explain), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Again" }).click();

  await expect(questionOf(page, card)).toBeVisible();
  await giveAnswer(page, card, rightAnswer(card));
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  await expectAccessible(page);
});

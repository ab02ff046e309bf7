import { explanationOn, giveRight, giveWrong, goOn, questionOf, saidTwice } from "./answering";
import { cardOf, gradedKinds, shown } from "./deck";
import { expectAccessible as axeFindsNothing, expect, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { readingFaults } from "./reading-faults";

async function expectAccessible(page: Page): Promise<void> {
  await axeFindsNothing(page);
  expect(await readingFaults(page)).toEqual([]);
}

for (const kind of gradedKinds) {
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
    const why = await explanationOn(page, card);
    await giveWrong(page, card);
    await expect(page.getByRole("heading", { name: /^(Not yet|Partly)$/ })).toBeFocused();
    await expect(page.getByText(why, { exact: true })).toBeVisible();
    expect(await saidTwice(page)).toEqual([]);
    await expectAccessible(page);
    await goOn(page);

    await expect(questionOf(page, card)).toBeVisible();
    const whyRight = await explanationOn(page, card);
    await giveRight(page, card);
    await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
    await expect(page.getByText(whyRight, { exact: true })).toBeVisible();
    expect(await saidTwice(page)).toEqual([]);
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
  await giveRight(page, card);
  await expect(page.getByRole("heading", { name: shown(card.answer) })).toBeFocused();
  await expect(page.getByText(shown(card.explain), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Again" }).click();

  await expect(questionOf(page, card)).toBeVisible();
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  await expectAccessible(page);
});

import { giveRight, questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";
import { tabTo } from "./tab-to";

test("a card is suspended, buried, flagged and noted by keyboard alone, and all is taken back", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const [first, second, third] = cardsOf(deck, "recall", 3);
  if (!first || !second || !third) throw new Error("There are three");
  const learner = await login(dueLog(deck, [first, second, third]));
  const before = await statesOf(learner);
  const { keyboard } = page;
  const dialog = page.getByRole("dialog", { name: "This card" });
  await page.goto("/study");

  await test.step("one key sets a card aside, and the next one comes", async () => {
    await expect(questionOf(page, first)).toBeFocused();
    await keyboard.press("s");
    await expect(page.getByText("Suspended. The card does not come")).toBeVisible();
    await expect(questionOf(page, second)).toBeFocused();
    await keyboard.press("b");
    await expect(page.getByText("Buried. The card comes again tomorrow.")).toBeVisible();
    await expect(questionOf(page, third)).toBeFocused();
  });
  await test.step("the menu flags a card, which stays on the screen", async () => {
    await keyboard.press("m");
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, dialog.getByRole("button", { name: "Blue" }));
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("Flag: blue")).toBeVisible();
    await expect(questionOf(page, third)).toBeVisible();
  });
  await test.step("a note stands on the card's back, and what is HTML in it is text", async () => {
    await keyboard.press("m");
    await tabTo(page, dialog.getByLabel("Your note"));
    await keyboard.type("Mine: *a box* <img src=x onerror=alert(1)>");
    await tabTo(page, dialog.getByRole("button", { name: "Keep the note" }));
    await keyboard.press("Enter");
    await expect(page.getByText("The note is kept.")).toBeVisible();
    await page.getByRole("button", { name: "Show the answer" }).focus();
    await keyboard.press("Enter");
    const note = page.getByRole("heading", { name: "Your note" }).locator("..");
    await expect(note.getByRole("emphasis")).toHaveText("a box");
    await expect(note).toContainText("<img src=x onerror=alert(1)>");
    await expectAccessible(page);
    await keyboard.press("3");
  });
  await test.step("all of it is in the log, and in the states", async () => {
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    const kinds = (await logOf(learner))
      .map(({ type }) => type)
      .filter((type) => type !== "review" && type !== "setting");
    expect(kinds.sort()).toEqual(["bury", "flag", "note", "suspend"]);
    const states = await statesOf(learner);
    expect(states.get(first.id)?.marks).toEqual({ suspended: true });
    expect(states.get(third.id)).toMatchObject({ reps: 2, marks: { flag: "blue" } });
  });
  await test.step("undo goes back from the end to the first card", async () => {
    await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
    for (const card of [third, third, third, second, first]) {
      await keyboard.press("Control+z");
      await expect(questionOf(page, card)).toBeVisible();
    }
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    for (const [card, { folded: _, ...state }] of await statesOf(learner)) {
      const { folded: __, ...as } = before.get(card) ?? {};
      expect(state).toEqual(as);
    }
  });
});

test("three undos from the end page work as one does", async ({ page, deck, login, logOf }) => {
  const cards = cardsOf(deck, "recall", 3);
  const learner = await login(dueLog(deck, cards));
  await page.goto("/study");
  for (const card of cards) {
    await giveRight(page, card);
    await page.getByRole("button", { name: "Good" }).click();
  }
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  for (let time = 0; time < 3; time++) await page.keyboard.press("Control+z");
  const [first] = cards;
  if (!first) throw new Error("There are three");
  await expect(questionOf(page, first)).toBeFocused();
  await expect(page.getByText("Taken back.")).toBeVisible();
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  const log = await logOf(learner);
  expect(log.filter(({ type }) => type === "void")).toHaveLength(3);
});

test("a card that begins anew is new again, and one with a day of its own waits for it", async ({
  page,
  deck,
  login,
  statesOf,
}) => {
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  await page.goto("/study");
  const menu = page.getByRole("button", { name: "This card" });
  const dialog = page.getByRole("dialog", { name: "This card" });
  await expect(questionOf(page, first)).toBeFocused();
  await menu.click();
  await dialog.getByRole("button", { name: "Begin anew" }).click();
  await expect(page.getByText("The card begins anew.")).toBeVisible();
  await expect(questionOf(page, second)).toBeFocused();
  await menu.click();
  const day = dialog.getByLabel("Comes again on");
  await day.fill("2020-01-01");
  await dialog.getByRole("button", { name: "Set the day" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("Choose a day from today on.");
  await day.fill("2030-01-01");
  await dialog.getByRole("button", { name: "Set the day" }).click();
  await expect(page.getByText("The day is set.")).toBeVisible();
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  const states = await statesOf(learner);
  expect(states.get(first.id)).toMatchObject({ phase: "new", marks: { resets: 1 } });
  expect(states.get(second.id)).toMatchObject({ dueDay: Date.UTC(2030, 0, 1) / 86_400_000 });
});

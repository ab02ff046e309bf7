import { questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { reviewOf, settingOf } from "./learner-log";
import { comeBack } from "./page-events";
import { tabTo } from "./tab-to";

test("a card forgotten for the eighth time is mended first, and set aside last", async ({
  page,
  deck,
  login,
  statesOf,
}) => {
  const card = cardsOf(deck, "recall", 40).find(({ concept }) =>
    deck.cards.some((one) => one.concept === concept && one.kind === "choice"),
  );
  const sibling = deck.cards.find((one) => one.concept === card?.concept && one.kind === "choice");
  if (!card || !sibling) throw new Error("There is such an idea");
  const past = (daysAgo: number, rating: "again" | "good") =>
    reviewOf(deck, card, { daysAgo, rating });
  const seven = Array.from({ length: 7 }, (_, time) => [
    past(100 - 4 * time, "again"),
    past(98 - 4 * time, "good"),
  ]).flat();
  const learner = await login([
    settingOf("newPerDay", 0),
    { ...past(120, "good"), rating: "easy" },
    ...seven,
  ]);
  expect((await statesOf(learner)).get(card.id)).toMatchObject({ lapses: 7, phase: "review" });
  const { keyboard } = page;
  await page.goto("/study");
  await expect(questionOf(page, card)).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("1");
  await expect(questionOf(page, card)).toBeFocused();
  await keyboard.press("Space");
  await keyboard.press("3");

  const clinic = page.getByRole("region", { name: "Cards that slip away" });
  await expect(clinic).toContainText("Forgotten 8 times.");
  await expectAccessible(page);
  await test.step("the idea is read again", async () => {
    await tabTo(page, clinic.getByText("Read the idea again"));
    await keyboard.press("Enter");
    await expect(clinic.getByRole("link", { name: "Its place in the lesson" })).toBeVisible();
  });
  await test.step("something simpler comes first", async () => {
    await tabTo(page, clinic.getByRole("button", { name: /^Ask something simpler first/ }));
    await keyboard.press("Enter");
    await expect(page.getByText("The simpler card comes with your next session.")).toBeVisible();
  });
  await test.step("a note of one's own is kept", async () => {
    await tabTo(page, clinic.getByRole("button", { name: "Write a note of your own" }));
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "This card" });
    await tabTo(page, dialog.getByLabel("Your note"));
    await keyboard.type("Think of the quay.");
    await tabTo(page, dialog.getByRole("button", { name: "Keep the note" }));
    await keyboard.press("Enter");
    await expect(page.getByText("The note is kept.")).toBeVisible();
  });
  await test.step("and at last it is set aside, which undo takes back", async () => {
    const suspend = clinic.getByRole("button", { name: "Suspend the card" });
    await tabTo(page, suspend);
    await keyboard.press("Enter");
    await expect(page.getByText("Suspended.")).toBeVisible();
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    const states = await statesOf(learner);
    const marks = { suspended: true, note: "Think of the quay." };
    expect(states.get(card.id)).toMatchObject({ lapses: 8, marks });
    expect(states.get(sibling.id)?.marks?.dueDay).toBeGreaterThan(20_000);
    await keyboard.press("Control+z");
    await expect(page.getByText("Taken back.")).toBeVisible();
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect((await statesOf(learner)).get(card.id)?.marks).toEqual({ note: "Think of the quay." });
  });
});

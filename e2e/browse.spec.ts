import { cardsOf, shown } from "./deck";
import { expect, expectAccessible, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { readyOffline } from "./offline-worker";
import { comeBack } from "./page-events";
import { tabTo } from "./tab-to";

test("cards are found and acted on, many at once, by keyboard alone", async ({
  page,
  deck,
  login,
  logOf,
  statesOf,
}) => {
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const learner = await login(dueLog(deck, [first, second]));
  const before = await statesOf(learner);
  const { keyboard } = page;
  const cards = page.getByRole("main").getByRole("listitem");
  const dialog = page.getByRole("dialog", { name: "2 cards" });

  await test.step("the deck's page leads there", async () => {
    await page.goto("/deck");
    await tabTo(page, page.getByRole("link", { name: "Look for cards among all of them" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "All cards" })).toBeVisible();
    await expect(page.getByText(`${deck.cards.length} cards found.`)).toBeVisible();
    await expectAccessible(page);
  });
  await test.step("what is due today is found by its state, and by its words", async () => {
    const due = page.getByLabel("Due", { exact: true });
    await tabTo(page, due);
    await keyboard.press("t");
    await expect(page.getByText("2 cards found.")).toBeVisible();
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText("Known, due today");
  });
  await test.step("all that is found is flagged and suspended", async () => {
    await tabTo(page, page.getByRole("checkbox", { name: "Choose all 2 that are found" }));
    await keyboard.press("Space");
    await expect(page.getByText("2 cards found, 2 chosen.")).toBeVisible();
    await keyboard.press("m");
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, dialog.getByRole("button", { name: "Green" }));
    await keyboard.press("Enter");
    await expect(page.getByText("2 cards: The flag is set.")).toBeVisible();
    await expect(cards.first()).toContainText("Flag: green");
    await keyboard.press("s");
    await expect(page.getByText("2 cards: Suspended.")).toBeVisible();
    await expect(cards.first()).toContainText("Suspended");
    await expectAccessible(page);
  });
  await test.step("and nothing of it is due", async () => {
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    const states = await statesOf(learner);
    const marks = { suspended: true, flag: "green" };
    for (const { id } of [first, second]) expect(states.get(id)?.marks).toEqual(marks);
  });
  await test.step("each act is taken back whole", async () => {
    await keyboard.press("Control+z");
    await expect(page.getByText("Taken back for 2 cards.")).toBeVisible();
    await expect(cards.first()).toContainText("Known, due today");
    await keyboard.press("Control+z");
    await expect(page.getByText("Flag: green")).toHaveCount(0);
    await comeBack(page);
    await expect(page.getByRole("status")).toHaveText("all saved");
    expect((await logOf(learner)).filter(({ type }) => type === "void")).toHaveLength(4);
    for (const { id } of [first, second]) {
      const { folded: _, ...state } = (await statesOf(learner)).get(id) ?? {};
      const { folded: __, ...as } = before.get(id) ?? {};
      expect(state).toEqual(as);
    }
  });
});

test.describe("with the service worker at work", () => {
  test.use({ serviceWorkers: "allow" });

  test("a guest with no network finds a card by its words and keeps a note on it", async ({
    context,
    page,
    deck,
  }) => {
    const [card] = cardsOf(deck, "recall", 1);
    if (!card) throw new Error("There is one");
    await page.goto("/deck/cards");
    await readyOffline(page);
    await context.setOffline(true);
    await page.goto("/deck/cards");
    await page.getByLabel("Words on the card or in your note").fill(shown(card.front));
    const found = page.getByRole("checkbox", { name: shown(card.front) });
    await found.check();
    await page.getByRole("button", { name: "Do with 1 card" }).click();
    const dialog = page.getByRole("dialog", { name: "This card" });
    await dialog.getByLabel("Your note").fill("Ask at the *quay*.");
    await dialog.getByRole("button", { name: "Keep the note" }).click();
    await expect(page.getByText("Ask at the quay.")).toBeVisible();
    await page.reload();
    await page.getByLabel("Words on the card or in your note").fill("quay ask");
    await expect(page.getByText("1 card found.")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: shown(card.front) })).toBeVisible();
    await context.setOffline(false);
  });
});

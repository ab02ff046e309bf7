import { giveRight, giveWrong, goOn, questionOf } from "./answering";
import { cardOf, gradedKinds, topicFromRecall } from "./deck";
import { expect, type Locator, type Page, test } from "./fixtures";
import {
  button,
  expectRatings,
  expectReadAboveBar,
  expectSeen,
  expectWayOn,
  phone,
  phoneOnItsSide,
  undo,
  verdictOn,
} from "./in-sight";
import { dueLog } from "./learner-log";

// How it is at a desk stands with the kinds.
for (const size of [phone, phoneOnItsSide]) {
  test.describe(`at ${size.width} by ${size.height}`, () => {
    test.use({ viewport: size });

    test("after every kind's answer the verdict and the way on are in sight", async ({
      page,
      deck,
      login,
    }) => {
      // As many answers as there are kinds, twice.
      test.slow();
      const recall = cardOf(deck, "recall");
      const cards = gradedKinds.map((kind) => cardOf(deck, kind));
      await login(dueLog(deck, [...cards, recall]));
      await page.goto("/study");
      for (const [place, card] of cards.entries()) {
        await expect(questionOf(page, card)).toBeVisible();
        await giveWrong(page, card);
        await expectWayOn(page);
        if (place > 0) await expectSeen(undo(page));
        else await expectReadAboveBar(page);
        await goOn(page);
      }
      await giveRight(page, recall);
      await expectSeen(...["Again", "Hard", "Good", "Easy"].map((name) => button(page, name)));
      await button(page, "Good").click();
      // What was missed comes back once nothing else is left.
      for (const card of cards) {
        await expect(questionOf(page, card)).toBeVisible();
        await giveRight(page, card);
        await expectRatings(page);
        await button(page, "Good").click();
      }
    });
  });
}

test.describe("where the learner is alone with a finger", () => {
  test.use({ viewport: phone, hasTouch: true, isMobile: true });

  test("no key is named, and undo is at hand", async ({ page, deck, login }) => {
    const [order, command, recall] = [
      cardOf(deck, "order"),
      cardOf(deck, "command"),
      cardOf(deck, "recall"),
    ];
    await login(dueLog(deck, [order, command, recall]));
    await page.goto("/study");
    const keys = page
      .getByText(/^(space|Enter|u|i|\?|[1-9]|Keys)$|arrow keys/)
      .filter({ visible: true });
    for (const card of [order, command]) {
      await expect(questionOf(page, card)).toBeVisible();
      await expect(keys).toHaveCount(0);
      await giveRight(page, card);
      await expect(verdictOn(page)).toBeFocused();
      await expect(keys).toHaveCount(0);
      // Away from where the answer was handed in: in one place two quick taps are one double tap.
      await button(page, "Easy").tap();
      await expectSeen(undo(page));
    }
    await button(page, "Show the answer").tap();
    await expect(keys).toHaveCount(0);
  });

  test("a double tap on a rating shows no answer of the next card", async ({
    page,
    deck,
    login,
  }) => {
    const [first, second] = [cardOf(deck, "recall"), cardOf(deck, "choice")];
    await login(dueLog(deck, [first, second]));
    await page.goto("/study");
    await giveRight(page, first);
    const { x, y } = await middleOf(button(page, "Good"));
    await doubleTap(page, { x, y });
    await expect(questionOf(page, second)).toBeFocused();
    await expect(verdictOn(page)).toBeHidden();
  });
});

test("a double click on a rating counts once and shows no answer of the next card", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const cards = deck.cards.filter(({ kind }) => kind === "recall").slice(0, 3);
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are three");
  const past = dueLog(deck, cards);
  const learner = await login(past);
  await page.goto("/study");
  await giveRight(page, first);
  await button(page, "Hard").dblclick();
  await expect(questionOf(page, second)).toBeFocused();
  await expect(verdictOn(page)).toBeHidden();
  await expect(button(page, "Show the answer")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await logOf(learner)).toHaveLength(past.length + 1);
});

test("a double click where the next card has its options chooses none", async ({
  page,
  deck,
  login,
}) => {
  const [first, second] = [cardOf(deck, "recall"), cardOf(deck, "choice")];
  await login(dueLog(deck, [first, second]));
  await page.goto("/study");
  await giveRight(page, first);
  await button(page, "Again").dblclick();
  await expect(questionOf(page, second)).toBeFocused();
  await expect(verdictOn(page)).toBeHidden();
});

test("Enter held down on a rating rates one card", async ({ page, deck, login }) => {
  const [first, second] = deck.cards.filter(({ kind }) => kind === "recall");
  if (!first || !second) throw new Error("There are two");
  await login(dueLog(deck, [first, second]));
  await page.goto("/study");
  await giveRight(page, first);
  await button(page, "Hard").focus();
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(questionOf(page, second)).toBeFocused();
  await expect(verdictOn(page)).toBeHidden();
});

test("the train moves with each answer, and says what is left", async ({ page, deck }) => {
  const { topic, first } = topicFromRecall(deck);
  await page.goto(`/study?topic=${topic.id}`);
  await expect(page.getByText("0 done, at least 20 answers left")).toBeVisible();
  await giveRight(page, first);
  await button(page, "Good").click();
  await expect(page.getByRole("img", { name: "Card 2 of 10", exact: true })).toBeVisible();
  await expect(page.getByText("0 done, at least 19 answers left")).toBeVisible();
  await undo(page).click();
  await giveRight(page, first);
  await button(page, "Easy").click();
  await expect(page.getByText("1 done, at least 18 answers left")).toBeVisible();
});

/** Two taps, a tenth of a second apart by their own clock, however busy the machine is. */
async function doubleTap(page: Page, at: { x: number; y: number }): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const begun = Date.now() / 1000;
  const sent = [0, 0.1].flatMap((later) => [
    browser.send("Input.dispatchTouchEvent", {
      ...{ type: "touchStart", touchPoints: [at], timestamp: begun + later },
    }),
    browser.send("Input.dispatchTouchEvent", {
      ...{ type: "touchEnd", touchPoints: [], timestamp: begun + later + 0.02 },
    }),
  ]);
  await Promise.all(sent);
  await browser.detach();
}

async function middleOf(one: Locator): Promise<{ x: number; y: number }> {
  const box = await one.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

import type { CardKind } from "#core/content/types";
import { explanationOn, giveRight, giveWrong, goOn, questionOf, saidTwice } from "./answering";
import { cardOf, gradedKinds, shown } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import {
  button,
  desk,
  expectRatings,
  expectReadAboveBar,
  expectSeen,
  expectWayOn,
  undo,
} from "./in-sight";
import { dueLog } from "./learner-log";
import { readingFaults } from "./reading-faults";

test.use({ viewport: desk });
// Several kinds in a story, each answered twice.
test.slow();

const done = (page: Page) => page.getByRole("heading", { name: "Done for today" });

/** As it stands, the page can be read on a phone and in large text, and by a screen reader. */
async function expectSound(page: Page, kind: CardKind): Promise<void> {
  expect(await readingFaults(page)).toEqual([]);
  // What a quiz asks, too, axe looks at there.
  if (kind === "list" || kind === "recall") await expectAccessible(page);
}

/** Three sessions: in one, what comes back does so after the others. */
for (const part of [0, 1, 2]) {
  const kinds = gradedKinds.filter((_, place) => place % 3 === part);
  test(`cards of the kinds ${kinds.join(", ")} say what was wrong and why, and what is right`, async ({
    page,
    deck,
    login,
  }) => {
    const cards = kinds.map((kind) => cardOf(deck, kind));
    await login(dueLog(deck, cards));
    await page.goto("/study");
    for (const [place, card] of cards.entries()) {
      await expect(questionOf(page, card)).toBeVisible();
      await expectSound(page, card.kind);
      const why = await explanationOn(page, card);
      await giveWrong(page, card);
      await expectWayOn(page);
      await expect(page.getByRole("heading", { name: /^(Not yet|Partly)$/ })).toBeFocused();
      if (place > 0) await expectSeen(undo(page));
      else await expectReadAboveBar(page);
      await expect(page.getByText(why, { exact: true })).toBeVisible();
      expect(await saidTwice(page)).toEqual([]);
      await expectSound(page, card.kind);
      await goOn(page);
    }
    for (const card of cards) {
      await expect(questionOf(page, card)).toBeVisible();
      const why = await explanationOn(page, card);
      await giveRight(page, card);
      await expectRatings(page);
      await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
      await expect(page.getByText(why, { exact: true })).toBeVisible();
      expect(await saidTwice(page)).toEqual([]);
      await button(page, "Good").click();
    }
    await expect(done(page)).toBeFocused();
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
  await expectSound(page, card.kind);
  await giveRight(page, card);
  await expect(page.getByRole("heading", { name: shown(card.answer) })).toBeFocused();
  await expectSeen(...["Again", "Hard", "Good", "Easy"].map((name) => button(page, name)));
  await expect(page.getByText(shown(card.explain), { exact: true })).toBeVisible();
  await expectSound(page, card.kind);
  await button(page, "Again").click();

  await expect(questionOf(page, card)).toBeVisible();
  await giveRight(page, card);
  await button(page, "Good").click();
  await expect(done(page)).toBeFocused();
  await expectSound(page, card.kind);
});

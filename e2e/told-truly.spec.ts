import { cardTitle } from "#core/content/card-title";
import { drawCard } from "#core/content/draw-card";
import { giveRight, questionOf } from "./answering";
import { type AskableCard, cardOf, shown } from "./deck";
import { expect, type Page, test } from "./fixtures";
import { openQuizLog } from "./learner-log";

const next = (page: Page) =>
  page.getByRole("button", { name: /^(Next question|See the result)/ }).click();

test("placed commands and results name the values that were asked", async ({
  page,
  deck,
  login,
}) => {
  const card = deck.cards.find((one) => one.kind === "command" && Object.keys(one.draw).length > 0);
  if (card?.kind !== "command") throw new Error("No command is drawn");
  const asked = cardTitle(drawCard(card, 1));
  const seed = Array.from({ length: 50 }, (_, at) => at + 2).find(
    (one) => cardTitle(drawCard(card, one)) !== asked,
  );
  const title = cardTitle(drawCard(card, seed ?? 1));
  const quiz = crypto.randomUUID();
  const questions = [{ card: card.id, seed: seed ?? 1 }];
  await login(openQuizLog(quiz, [card], { style: "placement", questions }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, card)).toBeVisible();
  await giveRight(page, card);
  await next(page);
  await expect(page.getByRole("listitem").filter({ hasText: title })).toBeVisible();
  await page.getByRole("button", { name: "Place this card" }).click();
  await expect(
    page
      .getByRole("region", { name: "Placement" })
      .getByRole("listitem")
      .filter({ hasText: title }),
  ).toBeVisible();
});

test("a result names a gap card by its sentence, and crosses as many rows as it says", async ({
  page,
  deck,
  login,
}) => {
  const order = cardOf(deck, "order");
  const gap = cardOf(deck, "cloze");
  const quiz = crypto.randomUUID();
  await login(openQuizLog(quiz, [order, gap], { style: "practice" }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, order)).toBeVisible();
  await test.step("rows have no number before they are placed", async () => {
    const rows = page.getByRole("main").getByRole("list").getByRole("button");
    for (const { text } of order.items) {
      await expect(rows.filter({ hasText: shown(text) })).toHaveText(
        new RegExp(`^[^1-9]*${escaped(shown(text))}`),
      );
    }
  });
  // The first item at the end: one is out of place, and all others moved up.
  for (const { text } of [...order.items.slice(1), ...order.items.slice(0, 1)]) {
    await page
      .getByRole("button")
      .filter({ has: page.getByText(shown(text), { exact: true }) })
      .click();
  }
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("1 item is out of place.")).toBeVisible();
  await expect(page.getByText("Not right:")).toHaveCount(1);
  await next(page);
  await giveRight(page, gap);
  await next(page);
  const sentence = page
    .getByRole("heading", { level: 3 })
    .filter({ hasText: shown(gap.before).trim() });
  await expect(sentence).toContainText(shown(gap.after).trim());
  await expect(sentence.getByRole("img", { name: "blank" })).toBeVisible();
});

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

test("what one tab answered the other does not ask", async ({
  page,
  context,
  deck,
  login,
  logOf,
}) => {
  const cards: AskableCard[] = [cardOf(deck, "choice"), cardOf(deck, "multi")];
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are two");
  const quiz = crypto.randomUUID();
  const learner = await login(openQuizLog(quiz, cards, { style: "practice" }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, first)).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await giveRight(other, first);
  await expect(questionOf(page, second)).toBeVisible();
  await giveRight(page, second);
  await next(page);
  await expect(page.getByRole("heading", { level: 1, name: "2 of 2" })).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: "2 of 2" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
  expect((await logOf(learner)).filter(({ type }) => type === "review")).toHaveLength(2);
});

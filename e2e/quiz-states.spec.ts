import { giveRight, giveWrong, makeRight, questionOf } from "./answering";
import { type AskableCard, cardOf, cardsOf } from "./deck";
import {
  expect,
  expectAccessibleInAnyColours as expectAccessible,
  type Page,
  test,
} from "./fixtures";
import { openQuizLog } from "./learner-log";
import { readingFaults } from "./reading-faults";

const minute = 60_000;
/** Every kind that a quiz asks, in two quizzes. */
const halves = [
  ["choice", "output", "multi", "classify", "cloze"],
  ["command", "match", "order", "diagram", "text"],
] as const;

// Each state is looked at in three palettes, many states in a story.
test.slow();

const next = (page: Page) =>
  page.getByRole("button", { name: /^(Next question|See the result)/ }).click();

for (const kinds of halves) {
  test(`axe finds nothing on ${kinds.join(", ")} in a quiz, asked and answered`, async ({
    page,
    deck,
    login,
  }) => {
    const cards: AskableCard[] = kinds.map((kind) => cardOf(deck, kind));
    const quiz = crypto.randomUUID();
    await login(openQuizLog(quiz, cards, { style: "practice" }));
    await page.goto(`/quiz?take=${quiz}`);
    for (const [place, card] of cards.entries()) {
      await expect(questionOf(page, card)).toBeVisible();
      await expectAccessible(page);
      await (place % 2 === 0 ? giveWrong : giveRight)(page, card);
      await expect(page.getByRole("heading", { name: /^(Not yet|Partly|Right)$/ })).toBeFocused();
      await expectAccessible(page);
      await next(page);
    }
    await expect(page.getByRole("heading", { level: 1, name: "2 of 5" })).toBeFocused();
    await expectAccessible(page);
  });
}

test("axe finds nothing in an exam from its first question to its result", async ({
  page,
  deck,
  login,
}) => {
  const cards: AskableCard[] = [
    cardOf(deck, "text"),
    cardOf(deck, "classify"),
    cardOf(deck, "choice"),
  ];
  const [first] = cards;
  if (!first) throw new Error("There are three");
  const quiz = crypto.randomUUID();
  const exam = { style: "exam", limit: 20 * minute, begunAgo: minute } as const;
  await login(openQuizLog(quiz, cards, exam));
  await page.goto(`/quiz?take=${quiz}`);
  await page.getByRole("checkbox", { name: "Mark for review" }).check();
  await makeRight(page, first);
  await expectAccessible(page);
  expect(await readingFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "All questions" }).first().click();
  await expectAccessible(page);
  expect(await readingFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Finish the exam" }).click();
  await expect(page.getByText(/^Questions 2 and 3 have no answer/)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "1 of 3" })).toBeFocused();
  await expectAccessible(page);
  expect(await readingFaults(page)).toEqual([]);
});

test("axe finds nothing where options come one at a time, nor in a placement", async ({
  page,
  deck,
  login,
}) => {
  const [shown, placed] = cardsOf(deck, "choice", 2);
  if (!shown || !placed) throw new Error("There are two");
  const [one, placement] = [crypto.randomUUID(), crypto.randomUUID()];
  await login([
    ...openQuizLog(one, [shown], { style: "options" }),
    ...openQuizLog(placement, [placed], { style: "placement", asksConfidence: true }),
  ]);
  await page.goto(`/quiz?take=${one}`);
  await expect(questionOf(page, shown)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Yes" }).click();
  await expect(page.getByRole("heading", { name: /^(Not yet|Right)$/ })).toBeFocused();
  await expectAccessible(page);
  await page.goto(`/quiz?take=${placement}`);
  await giveRight(page, placed);
  await expect(page.getByText("How sure are you?")).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sure" }).click();
  await next(page);
  await expect(page.getByRole("heading", { name: "Place 1 card as known?" })).toBeFocused();
  await expectAccessible(page);
  expect(await readingFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Place this card" }).click();
  await expect(page.getByRole("region", { name: "Placement" })).toBeVisible();
  await expectAccessible(page);
});

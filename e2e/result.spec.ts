import { randomUUID } from "node:crypto";
import type { Concept, Deck } from "#core/content/types";
import { askedOf, giveRight, giveWrong } from "./answering";
import { type AskableCard, askable, shown, topicToQuiz } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { settingOf } from "./learner-log";
import { type TakenQuestion, takenQuizLog } from "./quiz-log";

/** One card on each of so many ideas, of kinds that show their question as it stands. */
function cardsToAsk(deck: Deck, count: number): AskableCard[] {
  const concepts = new Set<string>();
  const plain = askable(deck.cards).filter(({ kind }) => kind === "choice" || kind === "multi");
  const cards = plain.filter(({ concept }) => !concepts.has(concept) && concepts.add(concept));
  if (cards.length < count) throw new Error(`Only ${cards.length} ideas can be asked about.`);
  return cards.slice(0, count);
}

function conceptOf({ concepts }: Deck, { concept }: AskableCard): Concept {
  const found = concepts.find(({ id }) => id === concept);
  if (!found) throw new Error(`The deck has no concept ${concept}.`);
  return found;
}

const asks = (gave: TakenQuestion["gave"]) => (card: AskableCard) => ({ card, gave });

/** All questions on the page, in its order. */
async function questionsOn(page: Page): Promise<string[]> {
  const questions = await page.getByRole("heading", { level: 3 }).allInnerTexts();
  return questions.map((text) => text.trim());
}

test("a good result says how sure it is, and confident mistakes come first", async ({
  page,
  deck,
  login,
}) => {
  const cards = cardsToAsk(deck, 20);
  const quiz = randomUUID();
  const questions = cards.map((card, place): TakenQuestion => {
    if (place === 9) return { card, gave: "wrong", confidence: 3 };
    if (place === 2 || place === 5) return { card, gave: "wrong", confidence: 1 };
    return { card, gave: "right", confidence: place % 2 === 0 ? 3 : 2 };
  });
  await login(takenQuizLog(deck, quiz, { questions, daysAgo: 0 }));
  await page.goto(`/quiz?take=${quiz}`);

  await expect(page.getByRole("heading", { name: "17 of 20" })).toBeFocused();
  await expect(page.getByText("you would get between 64 and 95 right")).toBeVisible();
  await expect(page.getByText("The 3 you missed come back")).toBeVisible();
  await expect(page.getByText(/ points of 60 by how sure you were/)).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: /^\d+ of \d+ right/ })).toHaveCount(
    3,
  );
  await expect(page.getByRole("heading", { name: "Sure, but not right" })).toBeVisible();
  const order = await questionsOn(page);
  expect(order.slice(0, 3)).toEqual([9, 2, 5].map((place) => shown(cards[place]?.front ?? "")));
  expect(order).toHaveLength(20);
  await expect(page.getByText("You said: Sure.").first()).toBeVisible();
  const [missed] = cards.slice(9);
  if (!missed) throw new Error("There are twenty");
  const row = page.getByRole("row", { name: conceptOf(deck, missed).title });
  await expect(row).toContainText("comes back in your next study session");
  await expectAccessible(page);
});

test("a bad exam shows what was not answered, with its answer", async ({ page, deck, login }) => {
  const cards = cardsToAsk(deck, 6);
  const quiz = randomUUID();
  const questions = [
    ...cards.slice(0, 1).map(asks("right")),
    ...cards.slice(1, 4).map(asks("wrong")),
    ...cards.slice(4).map(asks("open")),
  ];
  await login(takenQuizLog(deck, quiz, { questions, daysAgo: 0, style: "exam" }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByRole("heading", { name: "1 of 6" })).toBeFocused();
  await expect(page.getByText("Exam, 6 questions")).toBeVisible();
  await expect(page.getByText("2 questions were not answered.")).toBeVisible();
  const [open] = cards.slice(4);
  if (!open) throw new Error("There are six");
  await expect(page.getByRole("heading", { level: 2, name: "Not answered" })).toBeVisible();
  await expect(page.getByText(shown(open.explain), { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "How sure you were" })).toBeHidden();
  await expectAccessible(page);
});

test("an empty result scolds nobody and draws no conclusion", async ({ page, deck }) => {
  const { topic } = topicToQuiz(deck);
  await page.goto(`/quiz?topic=${topic.id}`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  for (const question of [1, 2, 3, 4, 5]) {
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    await page.getByRole("button", { name: "I do not know" }).click();
    if (question < 5) await page.getByRole("button", { name: "Next question" }).click();
  }
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "0 of 5" })).toBeFocused();
  await expect(page.getByText(/^You answered no question/)).toBeVisible();
  await expect(page.getByText(/^Of 100 questions like these/)).toBeHidden();
  await expect(page.getByText("The 5 you missed come back")).toBeVisible();
  await expectAccessible(page);
});

test("a result goes on paper whole, with nothing to press and in black on white", async ({
  page,
  deck,
  login,
}) => {
  const cards = cardsToAsk(deck, 3);
  const quiz = randomUUID();
  const questions = cards.map((card, place): TakenQuestion => {
    return { card, gave: place === 1 ? "wrong" : "right" };
  });
  await login(takenQuizLog(deck, quiz, { questions, daysAgo: 0 }));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByRole("heading", { name: "2 of 3" })).toBeFocused();
  const explained = cards.map((card) => page.getByText(shown(card.explain), { exact: true }));
  const [right, wrong] = explained;
  if (!right || !wrong) throw new Error("There are three");
  await expect(right).toBeHidden();
  await expect(wrong).toBeVisible();

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  for (const one of explained) await expect(one).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(255, 255, 255)");

  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(right).toBeHidden();
});

test("a retake is held against the takes before", async ({ page, deck, login }) => {
  const [first, second] = cardsToAsk(deck, 2);
  if (!first || !second) throw new Error("There are two");
  const before = [asks("wrong")(first), asks("right")(second)];
  const quiz = randomUUID();
  await login(takenQuizLog(deck, quiz, { questions: before, daysAgo: 3 }));
  await page.goto(`/quiz?take=${quiz}`);
  await page.getByRole("button", { name: "Retake all" }).click();
  for (const place of [1, 2]) {
    await expect(page.getByRole("img", { name: `Question ${place} of 2` })).toBeVisible();
    const card = await askedOf(page, [first, second]);
    await (card === first ? giveRight : giveWrong)(page, card);
    await page.getByRole("button", { name: /^(Next question|See the result)/ }).click();
  }
  await expect(page.getByRole("heading", { name: "1 of 2" })).toBeFocused();
  const take = page.getByRole("listitem").filter({ hasText: "1 of 2, practice." });
  await expect(take).toContainText(`Missed then, right now:${shown(first.front)}`);
  await expect(take).toContainText(`Right then, missed now:${shown(second.front)}`);
  await page.goto("/quiz");
  await expect(page.getByText(/right in the first and in the last of 2 quizzes/)).toBeVisible();
});

test("what a quiz missed comes first in study, though the day allows no card", async ({
  page,
  deck,
  login,
}) => {
  const [missed] = cardsToAsk(deck, 1);
  if (!missed) throw new Error("There is one");
  const quiz = randomUUID();
  await login([
    settingOf("newPerDay", 0),
    settingOf("reviewsPerDay", 0),
    ...takenQuizLog(deck, quiz, { questions: [asks("wrong")(missed)], daysAgo: 1 }),
  ]);
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByText("The one you missed comes back")).toBeVisible();
  await page.getByRole("link", { name: "Study them now" }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 1", exact: true })).toBeVisible();
  await giveRight(page, missed);
  await page.getByRole("button", { name: "Good" }).click();
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByText("You have studied since what you missed.")).toBeVisible();
});

test("progress tells how sure the learner was, and on what in vain", async ({
  page,
  deck,
  login,
}) => {
  const cards = cardsToAsk(deck, 16);
  const entries = [12, 5, 1].flatMap((daysAgo, round) => {
    const questions = cards.map((card, place): TakenQuestion => {
      const gave = place % 4 <= round ? "right" : "wrong";
      return { card, gave, confidence: place % 2 === 0 ? 1 : 3 };
    });
    const style = round === 1 ? "exam" : "practice";
    return takenQuizLog(deck, randomUUID(), { questions, daysAgo, style });
  });
  await login(entries);
  await page.goto("/progress");
  await expect(page.getByRole("heading", { name: "How sure you were" })).toBeVisible();
  await expect(
    page.getByText("From 25\u00a0% to 75\u00a0% right over the last 3 quizzes."),
  ).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: "Too sure" })).toHaveCount(1);
  await expect(page.getByRole("definition").filter({ hasText: "No answer yet." })).toHaveCount(1);
  const [, , , mistaken] = cards;
  if (!mistaken) throw new Error("There are sixteen");
  await expect(page.getByRole("link", { name: conceptOf(deck, mistaken).title })).toBeVisible();
  await expectAccessible(page);
});

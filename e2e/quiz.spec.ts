import { askedOf, giveRight, giveWrong, questionOf } from "./answering";
import { shown, topicToQuiz } from "./deck";
import { expect, type Page, test } from "./fixtures";
import { comeBack } from "./page-events";

/** A quiz of five questions on one topic, by the way that a reader of the topic takes. */
async function startQuiz(page: Page, topic: { id: string; title: string }) {
  await page.goto(`/deck/${topic.id}`);
  await page.getByRole("link", { name: "Take a quiz on them" }).click();
  await expect(page.getByRole("checkbox", { name: topic.title })).toBeChecked();
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
}

async function answerWrongly(page: Page, card: Parameters<typeof giveWrong>[1]) {
  await giveWrong(page, card);
  await expect(page.getByRole("heading", { name: /^(Not yet|Partly)$/ })).toBeFocused();
}

test("a quiz goes from its topics to its result, each answer explained", async ({ page, deck }) => {
  const { topic, cards } = topicToQuiz(deck);
  await startQuiz(page, topic);

  await expect(page.getByRole("img", { name: "Question 1 of 5" })).toBeVisible();
  const known = await askedOf(page, cards);
  await giveRight(page, known);
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeFocused();
  await expect(page.getByText(shown(known.explain), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Next question" }).click();

  await expect(page.getByRole("img", { name: "Question 2 of 5" })).toBeVisible();
  const missed = await askedOf(page, cards);
  await answerWrongly(page, missed);
  await expect(page.getByText(shown(missed.explain), { exact: true })).toBeVisible();

  for (const question of [3, 4, 5]) {
    await page.getByRole("button", { name: "Next question" }).click();
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    await page.getByRole("button", { name: "I do not know" }).click();
  }
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "1 of 5" })).toBeFocused();
  await expect(page.getByRole("row", { name: `${topic.title} 1 of 5` })).toBeVisible();
  await expect(page.getByText("The 4 you missed come back")).toBeVisible();
  await expect(page.getByText(shown(missed.explain), { exact: true })).toBeVisible();
});

test("a quiz goes on after a reload, and what was missed comes back in study", async ({
  page,
  deck,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  await startQuiz(page, topic);
  const missed = await askedOf(page, cards);
  await answerWrongly(page, missed);
  await page.getByRole("button", { name: "Next question" }).click();
  await expect(page.getByRole("img", { name: "Question 2 of 5" })).toBeVisible();
  const second = await askedOf(page, cards);

  await page.reload();
  await expect(page.getByRole("img", { name: "Question 2 of 5" })).toBeVisible();
  await expect(questionOf(page, second)).toBeVisible();
  await page.goto(`/study?topic=${topic.id}`);
  await expect(questionOf(page, missed)).toBeVisible();
});

test("a quiz begun on one device goes on upon another", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  const learner = await login();
  await startQuiz(page, topic);
  await answerWrongly(page, await askedOf(page, cards));
  await page.getByRole("button", { name: "Next question" }).click();
  const second = await askedOf(page, cards);
  await expect(page.getByRole("status")).toHaveText("all saved");

  await enter(elsewhere, learner);
  await elsewhere.goto("/quiz");
  const open = elsewhere.getByRole("region", { name: "Quizzes to go on with" });
  await expect(open.getByText("1 of 5 answered")).toBeVisible();
  await open.getByRole("button", { name: `Go on with practice on ${topic.short}` }).click();
  await expect(elsewhere.getByRole("img", { name: "Question 2 of 5" })).toBeVisible();
  await expect(questionOf(elsewhere, second)).toBeVisible();
});

test("what a quiz missed can be taken again at once", async ({ page, deck }) => {
  const { topic, cards } = topicToQuiz(deck);
  await startQuiz(page, topic);
  for (const question of [1, 2, 3, 4]) {
    const known = await askedOf(page, cards);
    await giveRight(page, known);
    await page.getByRole("button", { name: "Next question" }).click();
    await expect(page.getByRole("img", { name: `Question ${question + 1} of 5` })).toBeVisible();
  }
  const missed = await askedOf(page, cards);
  await answerWrongly(page, missed);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "4 of 5" })).toBeFocused();

  await page.getByRole("button", { name: "Retake what was missed" }).click();
  await expect(page.getByRole("img", { name: "Question 1 of 1" })).toBeVisible();
  await giveRight(page, missed);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "1 of 1" })).toBeFocused();
});

test("a typed answer of a quiz is stored at once, and may be overruled", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  const learner = await login();
  await page.goto(`/quiz?topic=${topic.id}`);
  await page.getByRole("radio", { name: "40", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  let typed = await askedOf(page, cards);
  while (typed.kind !== "text" && typed.kind !== "cloze") {
    const before = typed;
    await page.getByRole("button", { name: "I do not know" }).click();
    await page.getByRole("button", { name: "Next question" }).click();
    await expect(questionOf(page, before)).toBeHidden();
    typed = await askedOf(page, cards);
  }
  await giveWrong(page, typed);
  const about = async () =>
    (await logOf(learner)).filter((entry) => "card" in entry && entry.card === typed.id);
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await about()).toMatchObject([{ type: "review", rating: "again", overruled: false }]);

  await page.getByRole("button", { name: "I was right" }).click();
  await expect(page.getByRole("heading", { name: "Counted as right" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("status")).toHaveText("all saved");
  const told = (await about()).map((entry) =>
    entry.type === "review" ? [entry.rating, entry.overruled] : entry.type,
  );
  expect(told).toHaveLength(3);
  expect(told).toEqual(expect.arrayContaining([["again", false], "void", ["good", true]]));
});

import { makeRight, questionOf } from "./answering";
import { type AskableCard, type CardOf, cardOf, shown } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { openQuizLog } from "./learner-log";

const minute = 60_000;
const exam = { style: "exam", limit: 30 * minute, begunAgo: minute } as const;

const finish = (page: Page) => page.getByRole("button", { name: "Finish the exam" });
const toOverview = (page: Page) =>
  page.getByRole("button", { name: "All questions" }).first().click();

async function goTo(page: Page, question: number): Promise<void> {
  await toOverview(page);
  await page.getByRole("button", { name: new RegExp(`^Question ${question} `) }).click();
}

/** The kinds whose answer is made in several steps. */
const halves = [
  ["text", "multi", "order", "match"],
  ["cloze", "command", "classify", "diagram"],
] as const;

for (const kinds of halves) {
  test(`an exam keeps answers of ${kinds.join(", ")} that were never handed in`, async ({
    page,
    context,
    deck,
    login,
    logOf,
  }) => {
    const cards: AskableCard[] = kinds.map((kind) => cardOf(deck, kind));
    const quiz = crypto.randomUUID();
    const learner = await login(openQuizLog(quiz, cards, exam));
    await page.goto(`/quiz?take=${quiz}`);
    // By each way that leads away: to a neighbour, by loading the page again, to the list.
    const ways = [
      () => page.getByRole("button", { name: "Next", exact: true }).click(),
      () => page.reload().then(() => goTo(page, 3)),
      () => goTo(page, 4),
      () => toOverview(page),
    ];
    for (const [place, card] of cards.entries()) {
      await expect(questionOf(page, card)).toBeVisible();
      await makeRight(page, card);
      await ways[place]?.();
    }
    await expect(page.getByText("Every question has an answer.")).toBeVisible();
    await page.close();
    const later = await context.newPage();
    await later.goto(`/quiz?take=${quiz}`);
    await expect(later.getByText("Every question has an answer.")).toBeVisible();
    await finish(later).click();
    await expect(later.getByRole("heading", { level: 1, name: "4 of 4" })).toBeVisible();
    await expect(later.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
    const given = (await logOf(learner)).filter(
      (entry) => entry.type === "quiz" && entry.event === "answer",
    );
    // One entry an answer, never one a key; slow hands may rest once.
    expect(given.length).toBeLessThanOrEqual(2 * cards.length);
  });
}

test("what is typed is there after the next question, a reload and a closed tab", async ({
  page,
  context,
  deck,
  login,
}) => {
  const typed: CardOf<"command"> = cardOf(deck, "command");
  const cards = [typed, cardOf(deck, "choice")];
  const quiz = crypto.randomUUID();
  await login(openQuizLog(quiz, cards, exam));
  await page.goto(`/quiz?take=${quiz}`);
  const field = page.getByRole("textbox", { name: "Your command" });
  await field.pressSequentially("docker run -d");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(field).toHaveValue("docker run -d");
  await field.press("End");
  await field.pressSequentially(" --name");
  await page.reload();
  await expect(field).toHaveValue("docker run -d --name");
  await field.press("End");
  await field.pressSequentially(" shop");
  await page.close();
  const later = await context.newPage();
  await later.goto(`/quiz?take=${quiz}`);
  await goTo(later, 1);
  await expect(later.getByRole("textbox", { name: "Your command" })).toHaveValue(
    "docker run -d --name shop",
  );
});

test("an exam is finished after it named what is open, and a mark is kept", async ({
  page,
  deck,
  login,
}) => {
  const sorting = cardOf(deck, "classify");
  const cards = [cardOf(deck, "text"), sorting, cardOf(deck, "choice"), cardOf(deck, "multi")];
  const quiz = crypto.randomUUID();
  await login(openQuizLog(quiz, cards, exam));
  await page.goto(`/quiz?take=${quiz}`);
  await page.getByRole("checkbox", { name: "Mark for review" }).check();
  await makeRight(page, cards[0] as AskableCard);
  await goTo(page, 2);
  const row = page.getByRole("group", { name: shown(sorting.items[0]?.text ?? ""), exact: true });
  await row.getByRole("radio").first().check();
  await toOverview(page);
  await expect(page.getByRole("button", { name: "Question 1 answered, marked" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Question 2 not finished" })).toBeVisible();
  await finish(page).click();
  const asked = page.getByText(
    /^Questions 3 and 4 have no answer\. Question 2 is answered in part\./,
  );
  await expect(asked).toBeFocused();
  await expect(asked).toContainText("Question 1 is marked for review.");
  await expectAccessible(page);
  await page.reload();
  await goTo(page, 1);
  await expect(page.getByRole("checkbox", { name: "Mark for review" })).toBeChecked();
  await toOverview(page);
  await finish(page).click();
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^1 of 4/ })).toBeVisible();
});

test("whoever leaves an exam is told that its clock runs, and finds it first", async ({
  page,
  deck,
  login,
}) => {
  const cards = [cardOf(deck, "choice"), cardOf(deck, "multi")];
  const quiz = crypto.randomUUID();
  await login([
    ...openQuizLog(crypto.randomUUID(), cards, { style: "practice", begunAgo: 1000 }),
    ...openQuizLog(quiz, cards, exam),
  ]);
  await page.goto(`/quiz?take=${quiz}`);
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
  const deckLink = page.getByRole("navigation").getByRole("link", { name: "Deck" });
  const dialog = page.getByRole("dialog", { name: "Leave the exam?" });
  await deckLink.click();
  await expect(dialog).toContainText(/The clock runs on while you are away: 2\d:\d\d left/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
  await deckLink.click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/deck$/);
  await page.goBack();
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
  // A browser's own way asks nobody.
  await page.goForward();
  const notice = page.getByText(/^The clock of your exam runs on: less than 2\d minutes left/);
  await expect(notice.getByRole("link", { name: "Back to the exam" })).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Quiz" }).click();
  const open = page.getByRole("region", { name: "Quizzes to go on with" });
  await expect(open.getByRole("listitem").first()).toContainText(
    /^Exam: .*the clock runs, less than \d+ minutes left/,
  );
  await expectAccessible(page);
  await open.getByRole("button", { name: /^Go on with exam on / }).click();
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Quiz" }).click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await open.getByRole("button", { name: /^Go on with exam on / }).click();
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
  let said = "";
  page.once("dialog", (question) => {
    said = question.type();
    void question.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => said).toBe("beforeunload");
  await expect(questionOf(page, cards[0] as AskableCard)).toBeVisible();
});

test("two tabs take one exam: each knows what the other gave, and both end", async ({
  page,
  context,
  deck,
}) => {
  const topic = deck.topics[0];
  await page.goto(`/quiz?topic=${topic?.id}&style=exam`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByRole("img", { name: "Question 1 of 5" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await goTo(other, 2);
  await other.getByRole("checkbox", { name: "Mark for review" }).check();
  await toOverview(page);
  await expect(page.getByRole("button", { name: "Question 2 open, marked" })).toBeVisible();
  await finish(page).click();
  await page.getByRole("button", { name: "Finish now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^0 of 5/ })).toBeVisible();
  await expect(other.getByText("It was finished in another tab.")).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: /^0 of 5/ })).toBeVisible();
});

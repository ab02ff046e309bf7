import { cardFocused, giveRight, giveWrong, questionOf } from "./answering";
import { type CardOf, cardsOf } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { hearEarlier, openQuizLog } from "./learner-log";
import { comeBack } from "./page-events";

const minute = 60_000;

/** What tells how an answer was: no word of it may stand on an exam's page. */
const verdicts = /\b(Right|Not yet|Partly|correct|wrong)\b/;

const bar = (page: Page) => page.getByRole("timer", { name: "Time left" });

async function goTo(page: Page, question: number): Promise<void> {
  await page.getByRole("button", { name: "All questions" }).first().click();
  await page.getByRole("button", { name: new RegExp(`^Question ${question} `) }).click();
}

test("an exam tells nothing before its end, and goes on after a reload and elsewhere", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
  logOf,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/);
  // A card may ask by itself what is wrong.
  const tells = (card: CardOf<"choice">) =>
    verdicts.test([card.front, ...card.options.map(({ text }) => text)].join(" "));
  const cards = cardsOf(deck, "choice", 40)
    .filter((card) => !tells(card))
    .slice(0, 4);
  const [first, second, third, last] = cards;
  if (!first || !second || !third || !last) throw new Error("There are four");
  const quiz = crypto.randomUUID();
  const exam = { style: "exam", limit: 20 * minute, begunAgo: minute } as const;
  const learner = await login(openQuizLog(quiz, cards, exam));

  await test.step("goes by the server's clock", async () => {
    await page.goto(`/quiz?take=${quiz}`);
    await expect(page.getByText("by the server's clock")).toBeVisible();
    await expect(bar(page)).toHaveText(/^1\d:\d\d left$/);
    await expect(questionOf(page, first)).toBeVisible();
  });
  await test.step("shows no verdict, and looks the same after a right and a wrong answer", async () => {
    await giveRight(page, first);
    await expect(questionOf(page, second)).toBeVisible();
    await giveWrong(page, second);
    await expect(questionOf(page, third)).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(verdicts);
    await goTo(page, 1);
    const right = await chosenLook(page);
    await goTo(page, 2);
    expect(await chosenLook(page)).toEqual(right);
    await expectAccessible(page);
    await page.getByRole("button", { name: "All questions" }).first().click();
    await expect(page.getByText("2 have no answer yet.")).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(verdicts);
    await expectAccessible(page);
    expect((await logOf(learner)).filter(({ type }) => type === "review")).toEqual([]);
  });
  await test.step("goes on after a reload", async () => {
    await page.reload();
    await expect(questionOf(page, third)).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    await expect(questionOf(page, second)).toBeVisible();
    await expect(page.getByRole("button", { pressed: true })).toHaveCount(1);
  });
  await test.step("goes on upon another device, by the same clock", async () => {
    await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
    await enter(elsewhere, learner);
    await elsewhere.goto(`/quiz?take=${quiz}`);
    await expect(elsewhere.getByText("by the server's clock")).toBeVisible();
    await expect(bar(elsewhere)).toHaveText(/^1\d:\d\d left$/);
    await expect(questionOf(elsewhere, third)).toBeVisible();
    await giveRight(elsewhere, third);
    await expect(questionOf(elsewhere, last)).toBeVisible();
  });
  await test.step("is handed in once: the first counts", async () => {
    await elsewhere.context().setOffline(true);
    await giveRight(elsewhere, last);
    await elsewhere.getByRole("button", { name: "Finish the exam" }).click();
    await expect(elsewhere.getByRole("heading", { level: 1, name: /^3 of 4/ })).toBeVisible();
    await expect(
      elsewhere.getByText("this exam has not been sent to the server yet"),
    ).toBeVisible();

    await page.getByRole("button", { name: "All questions" }).first().click();
    await page.getByRole("button", { name: "Finish the exam" }).click();
    await page.getByRole("button", { name: "Finish now" }).click();
    await expect(page.getByText(/^Timed by the server's clock: \d+ of 20 minutes\./)).toBeVisible();
    const score = await page.getByRole("heading", { level: 1 }).innerText();
    expect(score).not.toMatch(/^3 of 4/);

    await elsewhere.context().setOffline(false);
    await expect(
      elsewhere.getByText("Another device had already finished this exam"),
    ).toBeVisible();
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(score);
    await elsewhere.reload();
    await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(score);
    const ends = (await logOf(learner)).filter(
      (entry) => entry.type === "quiz" && entry.event === "finish",
    );
    expect(ends).toHaveLength(1);
  });
});

/** How the option looks that was chosen. */
async function chosenLook(page: Page): Promise<Record<string, string>> {
  return page.getByRole("button", { pressed: true }).evaluate((option) => {
    const { color, backgroundColor, borderColor, outlineColor } = getComputedStyle(option);
    return { color, backgroundColor, borderColor, outlineColor };
  });
}

test("an exam that is open elsewhere ends there, too, when it is handed in", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
}) => {
  const cards = cardsOf(deck, "choice", 2);
  const quiz = crypto.randomUUID();
  const exam = { style: "exam", limit: 20 * minute, begunAgo: minute } as const;
  const learner = await login(openQuizLog(quiz, cards, exam));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByText("by the server's clock")).toBeVisible();
  await enter(elsewhere, learner);
  await elsewhere.goto(`/quiz?take=${quiz}`);
  for (const card of cards) await giveRight(elsewhere, card);
  await elsewhere.getByRole("button", { name: "Finish the exam" }).click();
  await expect(elsewhere.getByText("Timed by the server's clock")).toBeVisible();

  await comeBack(page);
  const settled = /It was finished on another device\. Timed by the server's clock/;
  await expect(page.getByText(settled)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: /^2 of 2/ })).toBeVisible();
});

test("an exam's time runs while the page is away, and hands it in", { tag: "@engines" }, async ({
  page,
  deck,
  database,
  login,
  logOf,
}) => {
  const cards = cardsOf(deck, "choice", 3);
  const [first, second] = cards;
  if (!first || !second) throw new Error("There are three");
  const quiz = crypto.randomUUID();
  const begunAt = Date.now() - minute;
  const exam = { style: "exam", limit: 10 * minute, begunAgo: minute } as const;
  const learner = await login(openQuizLog(quiz, cards, exam));
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByText("by the server's clock")).toBeVisible();
  await giveRight(page, first);
  await expect(questionOf(page, second)).toBeVisible();
  await page.goto("/deck");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  const toItsEnd = begunAt + 10 * minute - Date.now();
  await hearEarlier(database, quiz, toItsEnd - 5_000);
  await page.goto(`/quiz?take=${quiz}`);
  await expect(page.getByRole("heading", { level: 1, name: /^1 of 3/ })).toBeVisible();
  await expect(page.getByText("Timed by the server's clock: 10 of 10 minutes.")).toBeVisible();
  const reviews = (await logOf(learner)).filter(({ type }) => type === "review");
  expect(reviews).toHaveLength(1);
});

test("a guest's exam goes by the device's clock, by keys alone, and says so", async ({
  page,
  deck,
}) => {
  const topic = deck.topics[0];
  await page.goto(`/quiz?topic=${topic?.id}`);
  await page.getByRole("radio", { name: "Exam" }).check();
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await expect(page.getByText("nobody checks an exam here")).toBeVisible();
  await page.getByRole("button", { name: "Start the quiz" }).press("Enter");
  await expect(page.getByText("by this device's clock")).toBeVisible();
  await cardFocused(page);
  for (const question of [2, 3, 4, 5]) {
    await page.getByRole("button", { name: /^Next/ }).press("Enter");
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    await cardFocused(page);
  }
  await page.getByRole("button", { name: "All questions" }).first().press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "All questions" })).toBeFocused();
  await expect(page.getByText("5 have no answer yet.")).toBeVisible();
  await page.getByRole("button", { name: "Finish the exam" }).press("Enter");
  await expect(page.getByText("Questions 1, 2, 3, 4 and 5 have no answer.")).toBeFocused();
  await page.getByRole("button", { name: "Back to the exam" }).press("Enter");
  const finish = page.getByRole("button", { name: "Finish the exam" });
  await expect(finish).toBeFocused();
  await finish.press("Enter");
  await expect(page.getByText("Questions 1, 2, 3, 4 and 5 have no answer.")).toBeFocused();
  await page.getByRole("button", { name: "Finish now" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^0 of 5/ })).toBeFocused();
  await expect(page.getByText("a guest's exam is not sent to the server")).toBeVisible();
});

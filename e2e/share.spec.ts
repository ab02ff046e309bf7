import { askedOf, cardFocused, giveRight, questionOf } from "./answering";
import { type AskableCard, topicToQuiz } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { verdictOn } from "./in-sight";
import { hashOf } from "./shared-link";
import { tabTo } from "./tab-to";

const asked = 5;

/** What a quiz asked, in its order, and what it offered of each question, as the page names it. */
type Asked = { card: string; offered: string[] };

/** Goes through a quiz that is on the page and gives up on all but the questions to be known. */
async function takeAll(
  page: Page,
  cards: readonly AskableCard[],
  known: (question: number) => boolean,
): Promise<Asked[]> {
  const seen: Asked[] = [];
  for (let question = 1; question <= asked; question++) {
    await expect(page.getByRole("img", { name: `Question ${question} of ${asked}` })).toBeVisible();
    const card = await askedOf(page, cards);
    seen.push({ card: card.id, offered: await offeredOn(page) });
    if (known(question)) await giveRight(page, card);
    else await page.getByRole("button", { name: "I do not know" }).click();
    const next = question < asked ? "Next question" : "See the result";
    await page.getByRole("button", { name: next }).click();
  }
  return seen;
}

/** The names of all that can be pressed, ticked or chosen in the question, from top to bottom. */
async function offeredOn(page: Page): Promise<string[]> {
  const drawn = await page.getByRole("article").ariaSnapshot();
  return drawn.split("\n").filter((line) => /- (button|checkbox|radio|option|group) /.test(line));
}

/** The link to the quiz on the page, from the browser's clipboard. */
async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy a link to this quiz" }).click();
  await expect(page.getByText(/^The link is copied\./)).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a guest elsewhere gets the same questions by a link, and a result of their own", async ({
  page,
  elsewhere,
  deck,
  login,
  logOf,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  const learner = await login();
  await page.goto(`/quiz?topic=${topic.id}`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const first = await takeAll(page, cards, (question) => question === 1);
  await expect(page.getByRole("heading", { level: 1, name: "1 of 5" })).toBeVisible();
  const link = await copiedLink(page);
  expect(link).toMatch(/\/quiz#share=[a-z0-9._~-]+$/);

  await elsewhere.goto(link);
  await expect(elsewhere.getByRole("heading", { name: "A quiz for you" })).toBeFocused();
  await expect(elsewhere.getByRole("definition").filter({ hasText: /^Practice/ })).toBeVisible();
  await expect(elsewhere.getByRole("definition").filter({ hasText: topic.title })).toBeVisible();
  await expect(elsewhere.getByRole("definition").filter({ hasText: /^5$/ })).toBeVisible();
  await elsewhere.getByRole("button", { name: "Start the quiz" }).click();
  const second = await takeAll(elsewhere, cards, (question) => question === 1);
  expect(second).toEqual(first);
  expect(first.some(({ offered }) => offered.length > 3)).toBe(true);
  await expect(elsewhere.getByRole("heading", { level: 1, name: "1 of 5" })).toBeVisible();

  await test.step("each result is its taker's alone", async () => {
    await elsewhere.getByRole("button", { name: "Retake all" }).click();
    await takeAll(elsewhere, cards, () => true);
    await expect(elsewhere.getByRole("heading", { level: 1, name: "5 of 5" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: "1 of 5" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "all saved" })).toBeVisible();
    const starts = (await logOf(learner)).filter(
      (entry) => entry.type === "quiz" && entry.event === "start",
    );
    expect(starts).toHaveLength(1);
    await elsewhere.goto("/quiz");
    await expect(elsewhere.getByRole("row", { name: /of 5$/ })).toHaveCount(2);
  });
});

test("a link that is not whole says so, and one in its place is opened", async ({ page, deck }) => {
  const cards = topicToQuiz(deck).cards.slice(0, asked);
  const hash = hashOf(
    cards.map(({ id }) => id),
    "exam",
  );
  await page.goto(`/quiz${hash.slice(0, -9)}`);
  await expect(page.getByRole("heading", { name: "This link holds no quiz" })).toBeFocused();
  await expect(page.getByText(/A part of it is missing or was changed/)).toBeVisible();
  await expectAccessible(page);

  await page.evaluate((whole) => {
    window.location.hash = whole;
  }, hash);
  await expect(page.getByRole("heading", { name: "A quiz for you" })).toBeFocused();
  await expect(page.getByRole("definition").filter({ hasText: "minutes" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "A quiz for you" })).toBeVisible();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByRole("img", { name: "Question 1 of 5" })).toBeVisible();
  await askedOf(page, cards);

  await page.goto("/quiz#share=");
  await page.getByRole("button", { name: "Choose a quiz of your own" }).click();
  await expect(page.getByRole("heading", { name: "Take a quiz" })).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/There is nothing after “share=”/)).toBeVisible();
});

test("what has left the deck since is named, and the rest is asked", async ({ page, deck }) => {
  const [first, second] = topicToQuiz(deck).cards;
  if (!first || !second) throw new Error("There are two");
  await page.goto(`/quiz${hashOf([first.id, "gone-since", second.id])}`);
  await expect(
    page.getByText("One of the 3 questions in this quiz is not in the deck any more"),
  ).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^gone-since$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByRole("img", { name: "Question 1 of 2" })).toBeVisible();

  await page.goto(`/quiz${hashOf(["gone-since", "gone-too"])}`);
  await expect(page.getByRole("heading", { name: "Nothing is left of this quiz" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Start the quiz" })).toBeHidden();
});

test("by keys alone a quiz is shared, by hand where nothing can be copied, and opened", async ({
  page,
  deck,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  const [card] = topicToQuiz(deck).cards;
  if (!card) throw new Error("There is one");
  const hash = hashOf([card.id]);
  await page.goto(`/quiz${hash}`);
  await expect(page.getByRole("heading", { name: "A quiz for you" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Start the quiz" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(questionOf(page, card)).toBeVisible();
  await cardFocused(page);
  await page.getByRole("button", { name: "I do not know" }).press("Enter");
  await expect(verdictOn(page)).toBeFocused();
  await page.getByRole("button", { name: "See the result" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "0 of 1" })).toBeFocused();
  const copy = page.getByRole("button", { name: "Copy a link to this quiz" });
  await tabTo(page, copy);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/does not allow copying/)).toBeVisible();
  const field = page.getByRole("textbox", { name: "Link to this quiz" });
  await expect(field).toHaveValue(new URL(`/quiz${hash}`, page.url()).href);
  await expectAccessible(page);
});

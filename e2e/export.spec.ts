import { readFile } from "node:fs/promises";
import { giftFile } from "#core/quiz/gift/gift-file";
import { paperAnswer } from "#core/quiz/paper/paper-question";
import { paperQuestions, writtenQuestions } from "#core/quiz/paper/sheet-question";
import { askedOf } from "./answering";
import { askable, shown, topicToQuiz } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { readyOffline } from "./offline-worker";

/** The questions of the page, in their order. */
const questionsOf = (page: Page) => page.getByRole("list", { name: "Questions" }).locator("> li");

test("a guest takes a topic's questions to Moodle", async ({ page, deck }) => {
  const { topic } = topicToQuiz(deck);
  await page.goto(`/deck/${topic.id}`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Questions for Moodle (GIFT)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`mooring-${topic.id}.gift.txt`);
  const cards = deck.cards.filter((card) => card.topic === topic.id);
  const content = await readFile(await file.path(), "utf8");
  // Another parser has read what is written here, card by card (content/gift.test.ts).
  expect(content).toBe(giftFile(deck.topics, writtenQuestions(cards)));
  expect(content.match(/^::/gm)).toHaveLength(askable(cards).length);
  await expect(page.getByText(`Saved as mooring-${topic.id}.gift.txt.`)).toBeVisible();
});

test("what cannot be fetched is said, and another press tries again", async ({
  page,
  deck,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const { topic } = topicToQuiz(deck);
  const part = `**/deck-data/${topic.id}-*.json`;
  await page.route(part, (route) => route.abort());
  await page.goto(`/deck/${topic.id}`);
  const button = page.getByRole("button", { name: "Questions for Moodle (GIFT)" });
  await button.click();
  await expect(page.getByText("The questions could not be fetched.")).toBeVisible();
  await page.unroute(part);
  const download = page.waitForEvent("download");
  await button.click();
  await download;
});

test("a topic's questions are printed with a sheet to answer on and a key", async ({
  page,
  deck,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  await page.goto(`/deck/${topic.id}`);
  await page.getByRole("link", { name: "Print the questions" }).click();
  await expect(page.getByRole("heading", { level: 1, name: topic.title })).toBeVisible();
  await expect(questionsOf(page)).toHaveCount(cards.length);
  await expectAccessible(page);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("checkbox", { name: "With the key" })).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("body")).toHaveCSS("color", "rgb(0, 0, 0)");
  for (const name of ["Answer sheet", "Key"]) {
    const region = page.getByRole("region", { name });
    await expect(region).toHaveCSS("break-before", "page");
    await expect(region.getByRole("list").last().locator("> li")).toHaveCount(cards.length);
  }
  await expect(
    page.getByRole("region", { name: "Key" }).getByRole("listitem").first(),
  ).toContainText(shown(cards[0]?.explain ?? ""));
  await expectAccessible(page);

  const withKey = await pagesOf(page);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: "With the key" }).uncheck();
  await expect(page.getByRole("region", { name: "Key" })).toHaveCount(0);
  const without = await pagesOf(page);
  // Questions, then the sheet, then the key.
  expect(without).toBeGreaterThanOrEqual(3);
  expect(withKey).toBeGreaterThan(without);
});

test("the key on paper names the options as the page letters them", async ({ page, deck }) => {
  const { topic } = topicToQuiz(deck);
  const questions = paperQuestions(deck.cards.filter((card) => card.topic === topic.id));
  await page.goto(`/quiz/print?topic=${topic.id}`);
  const key = page.getByRole("region", { name: "Key" }).getByRole("listitem");
  for (const [at, question] of questions.entries()) {
    const answer = paperAnswer(question);
    if (answer.form !== "tick" || answer.several) continue;
    const right = answer.options.find((option) => option.right);
    if (!right) throw new Error(`${question.card.id} has no right option`);
    const said = `${right.letter} ${shown(right.text)}`;
    await expect(key.nth(at)).toContainText(said);
    await expect(questionsOf(page).nth(at)).toContainText(said.replace(" ", ""));
  }
});

test("a quiz is printed as it was asked", async ({ page, deck }) => {
  const { topic, cards } = topicToQuiz(deck);
  await page.goto(`/quiz?topic=${topic.id}`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const first = await askedOf(page, cards);
  await page.getByRole("button", { name: "I do not know" }).click();
  await expect(page.getByRole("button", { name: "Next question" })).toBeVisible();
  await page.goto(`/quiz/print${new URL(page.url()).search}`);
  await expect(page.getByRole("heading", { level: 1, name: "Quiz" })).toBeVisible();
  await expect(questionsOf(page)).toHaveCount(5);
  const words = first.kind === "cloze" ? first.before : first.front;
  await expect(questionsOf(page).first()).toContainText(shown(words));
});

test("an address that names nothing says so", async ({ page }) => {
  await page.goto("/quiz/print?take=unknown");
  await expect(page.getByRole("heading", { name: "There is nothing to print here" })).toBeVisible();
  await expectAccessible(page);
});

test.describe("with no network", () => {
  test.use({ serviceWorkers: "allow" });

  test("questions are taken along as well", async ({ context, page, deck, complaints }) => {
    complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
    const { topic, cards } = topicToQuiz(deck);
    await page.goto("/");
    await readyOffline(page);
    await context.setOffline(true);
    await page.goto(`/deck/${topic.id}`);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Questions for Moodle (GIFT)" }).click();
    expect((await download).suggestedFilename()).toBe(`mooring-${topic.id}.gift.txt`);
    await page.getByRole("link", { name: "Print the questions" }).click();
    await expect(questionsOf(page)).toHaveCount(cards.length);
    await page.reload();
    await expect(questionsOf(page)).toHaveCount(cards.length);
  });
});

/** How many pages the browser prints. */
async function pagesOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm" } });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

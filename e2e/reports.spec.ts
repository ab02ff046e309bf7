import { readReports } from "#db/reports";
import { askedOf, giveRight, giveWrong, goOn, questionOf } from "./answering";
import { authorReads } from "./author";
import { askable, cardOf, topicFromRecall, wrongAnswer } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";
import { comeBack } from "./page-events";

const opener = (page: Page) => page.getByRole("button", { name: "Report a mistake" });
const form = (page: Page) => page.getByRole("dialog", { name: "Report a mistake" });
const words = (page: Page) => form(page).getByRole("textbox", { name: "In your own words" });
const send = (page: Page) => form(page).getByRole("button", { name: "Send" }).click();

test("a guest reports a mistake by keys alone, and goes on with the card", async ({
  page,
  deck,
}) => {
  const { topic, first } = topicFromRecall(deck);
  const text = `Which one? ${crypto.randomUUID()}`;
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("radio", { name: "It is wrong" })).toBeFocused();
  for (const key of ["3", "u", "s", "?"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowDown");
  await expect(form(page).getByRole("radio", { name: "It is not clear" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(words(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");

  await expect(page.getByText("Sent to the author. Thank you.")).toBeVisible();
  await expect(form(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
  await expect(questionOf(page, first)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press("3");
  await expect(questionOf(page, first)).toBeHidden();

  const { cards } = JSON.parse(await authorReads("--json"));
  const listed = cards.find(({ card }: { card: string }) => card === first.id);
  expect(listed.reports).toContainEqual({
    ...{ cardVersion: first.version, presentVersion: true, reason: "unclear", text },
    at: expect.any(Number),
  });
});

test("a guest's report waits for the network, and becomes the account's", async ({
  page,
  deck,
  database,
  idOf,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const { topic, first } = topicFromRecall(deck);
  const text = `Offline ${crypto.randomUUID()}`;
  const stored = async () =>
    (await readReports(database)).filter((row) => row.text === text).map((row) => row.learner);
  await page.goto(`/study?topic=${topic.id}`);
  await giveRight(page, first);
  await page.route("**/api/reports", (route) => route.abort());
  await opener(page).click();
  await form(page).getByRole("radio", { name: "It no longer holds" }).check();
  await words(page).fill(text);
  await send(page);
  await expect(page.getByText("Kept here, and sent when the server can be reached.")).toBeVisible();
  expect(await stored()).toEqual([]);

  await page.unroute("**/api/reports");
  await page.goto("/register");
  await expect.poll(stored).toEqual([null]);
  const email = `${crypto.randomUUID()}@mooring.example`;
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("moored at the quay");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect(await stored()).toEqual([await idOf(email)]);
});

test("the author reads a learner's report with how the card is answered", async ({
  page,
  deck,
  login,
  logOf,
}) => {
  const card = cardOf(deck, "choice");
  const text = `Neither ${crypto.randomUUID()}`;
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await giveWrong(page, card);
  await opener(page).click();
  await form(page).getByRole("radio", { name: "Something else" }).check();
  await send(page);
  await expect(form(page).getByText("Say in a few words what it is.")).toBeVisible();
  await expect(words(page)).toBeFocused();
  await expectAccessible(page);
  await words(page).fill(text);
  await send(page);
  await expect(page.getByText("Sent to the author. Thank you.")).toBeVisible();
  await goOn(page);
  await comeBack(page);
  await expect(page.getByRole("status")).toHaveText("all saved");
  const log = await logOf(learner);
  expect(log.filter((entry) => entry.type === "report")).toMatchObject([
    { card: card.id, cardVersion: card.version, reason: "other", text },
  ]);

  const answer = wrongAnswer(card);
  const lure = answer.kind === "choice" ? card.options[answer.option]?.text : undefined;
  const list = await authorReads();
  const about = list.split("\n\n").find((part) => part.startsWith(`${card.id}  (choice`));
  expect(about).toContain(text);
  expect(about).toMatch(/this version: seen \d+ times, \d+ % right, .* median \d/);
  expect(about).toContain(`x  ${lure}`);
  expect(list).not.toContain(learner.id);
});

test("every question of a quiz can be reported, asked and reviewed", async ({ page, deck }) => {
  await page.goto("/quiz");
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await giveRight(page, await askedOf(page, askable(deck.cards)));
  await opener(page).click();
  await page.keyboard.press("Space");
  await form(page).getByRole("button", { name: "Cancel" }).click();
  await expect(form(page)).toBeHidden();
  for (const question of [2, 3, 4, 5]) {
    await page.getByRole("button", { name: "Next question" }).click();
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    await page.getByRole("button", { name: "I do not know" }).click();
  }
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("heading", { name: "1 of 5" })).toBeVisible();
  await expect(opener(page)).toHaveCount(4);
  await opener(page).last().click();
  await send(page);
  await expect(page.getByText("Sent to the author. Thank you.")).toBeVisible();
});

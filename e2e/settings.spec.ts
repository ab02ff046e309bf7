import { goOn, questionOf } from "./answering";
import { cardOf } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog, settingOf } from "./learner-log";

test("fewer new cards a day are fewer cards in the next session", async ({
  page,
  login,
  logOf,
}) => {
  const learner = await login();
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill("3");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("link", { name: "Study" }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 3", exact: true })).toBeVisible();
  expect(await logOf(learner)).toMatchObject([{ type: "setting", key: "newPerDay", value: 3 }]);
});

test("a setting that cannot be is told, and nothing is saved", async ({ page }) => {
  await page.goto("/settings");
  await page.getByLabel("New cards a day").fill("1.5");
  await page.getByLabel("Cards you want to remember").fill("100");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a whole number from 0 to 100.")).toBeVisible();
  await expect(page.getByText("Enter a whole number from 70 to 97.")).toBeVisible();
  await page.getByRole("link", { name: "Study" }).click();
  await expect(page.getByRole("img", { name: "Card 1 of 10", exact: true })).toBeVisible();
});

test("with single keys switched off, letters and digits do nothing", async ({
  page,
  deck,
  login,
}) => {
  const [choice, recall] = [cardOf(deck, "choice"), cardOf(deck, "recall")];
  await login(dueLog(deck, [choice, recall]));
  await page.goto("/settings");
  await page.getByLabel(/^Use single keys/).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto("/study");
  await expect(questionOf(page, choice)).toBeFocused();
  await page.keyboard.type("1234u?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "I do not know" }).click();
  await expect(page.getByRole("heading", { name: "Not yet" })).toBeFocused();
  await page.keyboard.type("1234u?");
  await expect(questionOf(page, choice)).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  await goOn(page);
  await expect(questionOf(page, recall)).toBeVisible();
  await page.getByRole("button", { name: "Keys", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Undo the last rating" }).click();
  await expect(questionOf(page, choice)).toBeVisible();
});

test("single keys never act in a text field", async ({ page, deck, login, logOf }) => {
  const card = cardOf(deck, "text");
  const learner = await login([...dueLog(deck, [card]), settingOf("shortcuts", true)]);
  await page.goto("/study");
  const field = page.getByRole("textbox", { name: "Your answer" });
  await expect(field).toBeFocused();
  await page.keyboard.type("1 u?4 i");
  await expect(field).toHaveValue("1 u?4 i");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(questionOf(page, card)).toBeVisible();
  expect(await logOf(learner)).toHaveLength(3);
});

test("a typed answer left empty is no answer", async ({ page, deck, login, logOf }) => {
  const card = cardOf(deck, "text");
  const learner = await login(dueLog(deck, [card]));
  await page.goto("/study");
  await page.getByRole("textbox", { name: "Your answer" }).fill("  ");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("Type an answer.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toBeEnabled();
  await expect(page.getByRole("button", { name: /^(Continue|Again)/ })).toBeHidden();
  expect(await logOf(learner)).toHaveLength(2);
});

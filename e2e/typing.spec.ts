import { drawnOn, giveRight, questionOf } from "./answering";
import { type CardOf, cardOf, shown } from "./deck";
import { expect, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";

const verdict = (page: Page) => page.getByRole("article").getByRole("heading", { level: 2 });

test("the question is heard where its answer is typed, and a gap as a gap", async ({
  page,
  deck,
  login,
}) => {
  const [text, cloze, command] = [
    cardOf(deck, "text"),
    cardOf(deck, "cloze"),
    cardOf(deck, "command"),
  ];
  const output = deck.cards.find(
    (card): card is CardOf<"output"> => card.kind === "output" && card.asked.as === "text",
  );
  if (!output) throw new Error("An output card is typed");
  await login(dueLog(deck, [text, cloze, command, output]));
  await page.goto("/study");
  const field = page.getByRole("textbox");

  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleName("Your answer");
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${escaped(shown(text.front))}`));
  await next(page, text);
  const sentence = `${escaped(shown(cloze.before).trim())} *blank`;
  await expect(
    page.getByRole("heading", {
      level: 1,
      name: new RegExp(`^Fill the gap: ${sentence}`),
    }),
  ).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
  await next(page, cloze);
  await expect(field).toBeFocused();
  const { front } = await drawnOn(page, command);
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${escaped(shown(front))}`));
  await next(page, command);
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${escaped(shown(output.front))}`));
});

for (const kind of ["text", "cloze", "command"] as const) {
  test(`the Enter that ends a composition hands no ${kind} answer in`, async ({
    page,
    deck,
    login,
  }) => {
    const card = cardOf(deck, kind);
    await login(dueLog(deck, [card]));
    await page.goto("/study");
    const field = page.getByRole("textbox");
    await expect(field).toBeFocused();
    await field.fill("docker");
    const browser = await page.context().newCDPSession(page);
    await browser.send("Input.imeSetComposition", {
      text: "ps",
      selectionStart: 2,
      selectionEnd: 2,
    });
    await page.keyboard.press("Enter");
    await expect(verdict(page)).toBeHidden();
    // Safari tells of the Enter after the composition has ended; only its code says whose it was.
    await browser.send("Input.insertText", { text: "ps" });
    await browser.send("Input.dispatchKeyEvent", {
      type: "keyDown",
      key: "Enter",
      code: "Enter",
      text: "\r",
      windowsVirtualKeyCode: 229,
    });
    await expect(field).toHaveValue(/^docker/);
    await expect(verdict(page)).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(verdict(page)).toBeFocused();
  });
}

test("keys are named where they act, and only there", async ({ page, deck, login }) => {
  const [recall, text] = [cardOf(deck, "recall"), cardOf(deck, "text")];
  await login(dueLog(deck, [recall, text]));
  await page.goto("/study");
  const undo = page.getByRole("button", { name: "Undo the last rating" });
  const named = (name: string) => page.getByText(name, { exact: true }).filter({ visible: true });
  await giveRight(page, recall);
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByRole("textbox")).toBeFocused();
  await expect(undo).toBeVisible();
  for (const key of ["u", "?", "space"]) await expect(named(key)).toHaveCount(0);
  await expect(named("Enter")).toHaveCount(1);

  await questionOf(page, text).click();
  for (const key of ["u", "?", "space"]) await expect(named(key)).toHaveCount(1);
  await page.keyboard.press("u");
  await expect(questionOf(page, recall)).toBeFocused();
});

test("Ctrl+Z undoes a rating, but in a field what was typed", async ({ page, deck, login }) => {
  const [recall, text] = [cardOf(deck, "recall"), cardOf(deck, "text")];
  await login(dueLog(deck, [recall, text]));
  await page.goto("/study");
  await giveRight(page, recall);
  await page.getByRole("button", { name: "Good" }).click();
  const field = page.getByRole("textbox");
  await expect(field).toBeFocused();
  await page.keyboard.type("typed");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(field).toHaveValue("");
  await expect(questionOf(page, text)).toBeVisible();
  await questionOf(page, text).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(questionOf(page, recall)).toBeFocused();
});

/** Answers the card rightly and goes on. */
async function next(page: Page, card: CardOf<"text" | "cloze" | "command">) {
  await giveRight(page, card);
  await page.getByRole("button", { name: "Good" }).click();
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

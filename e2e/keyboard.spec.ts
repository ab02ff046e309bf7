import { questionOf } from "./answering";
import { type CardOf, cardOf, shown } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { dueLog } from "./learner-log";

/** Presses, for each of some texts, the number of the row that shows it. */
async function pressRows(page: Page, texts: readonly string[]) {
  const rows = await page.getByRole("article").getByRole("listitem").allInnerTexts();
  for (const text of texts) {
    await page.keyboard.press(
      `${rows.findIndex((row) => row.split("\n").includes(shown(text))) + 1}`,
    );
  }
}

/** From list to list with Tab, in each of them down to the right side. */
async function chooseMatches(page: Page, { pairs }: CardOf<"match">) {
  for (const { left, right } of pairs) {
    await page.keyboard.press("Tab");
    const list = page.getByLabel(shown(left), { exact: true });
    await expect(list).toBeFocused();
    const choices = await list.getByRole("option").allTextContents();
    for (let step = 0; step < choices.indexOf(shown(right)); step++) {
      await page.keyboard.press("ArrowDown");
    }
  }
  // Enter hands in from the last list, as it does from a field.
  await page.keyboard.press("Enter");
}

/** The number of its bin for each item, as they stand on the page. */
async function pressBins(page: Page, { items }: CardOf<"classify">) {
  const rows = await page.getByRole("article").getByRole("group").allInnerTexts();
  for (const row of rows) {
    const item = items.find(({ text }) => row.includes(shown(text)));
    await page.keyboard.press(`${(item?.bin ?? -1) + 1}`);
  }
  await page.keyboard.press("Enter");
}

/** The number of its label for each part, as the labels stand on the page. */
async function pressLabels(page: Page, { places }: CardOf<"diagram">) {
  const labels = page.getByRole("group", { name: "Part 1 is" }).getByRole("button");
  await labels.first().waitFor();
  const offered = (await labels.allInnerTexts()).map((text) => text.split("\n")[0]?.trim());
  for (const { label } of places) {
    await page.keyboard.press(`${offered.findIndex((text) => text?.startsWith(shown(label))) + 1}`);
  }
  await page.keyboard.press("Enter");
}

test("a whole session goes by keyboard alone", async ({ page, deck, login, logOf }) => {
  const recall = cardOf(deck, "recall");
  const choice = cardOf(deck, "choice");
  const text = cardOf(deck, "text");
  const order = cardOf(deck, "order");
  const match = cardOf(deck, "match");
  const classify = cardOf(deck, "classify");
  const diagram = cardOf(deck, "diagram");
  const all = [recall, choice, text, order, match, classify, diagram];
  const learner = await login(dueLog(deck, all));
  const right = page.getByRole("heading", { name: "Right", exact: true });
  const { keyboard } = page;

  await test.step("starts with one key, and shows all others with another", async () => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Study what is due" })).toBeVisible();
    await keyboard.press("Enter");
    await expect(questionOf(page, recall)).toBeFocused();
    await keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
    await expectAccessible(page);
    await keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
  await test.step("reveals and rates", async () => {
    await keyboard.press("Space");
    await expect(page.getByRole("heading", { name: shown(recall.answer) })).toBeFocused();
    await keyboard.press("3");
  });
  await test.step("chooses", async () => {
    await expect(questionOf(page, choice)).toBeFocused();
    await pressRows(
      page,
      choice.options.flatMap((one) => (one.right ? [one.text] : [])),
    );
    await expect(right).toBeFocused();
    await keyboard.press("Space");
  });
  await test.step("types", async () => {
    await expect(page.getByRole("textbox", { name: "Your answer" })).toBeFocused();
    await keyboard.type(text.accept[0] ?? `${text.number?.value}`);
    await keyboard.press("Enter");
    await expect(right).toBeFocused();
    await keyboard.press("Enter");
  });
  await test.step("puts in order", async () => {
    await expect(questionOf(page, order)).toBeFocused();
    await pressRows(
      page,
      order.items.map((item) => item.text),
    );
    await keyboard.press("Enter");
    await expect(right).toBeFocused();
    await keyboard.press("Space");
  });
  await test.step("matches", async () => {
    await expect(questionOf(page, match)).toBeFocused();
    await chooseMatches(page, match);
    await expect(right).toBeFocused();
    await keyboard.press("Space");
  });
  await test.step("classifies", async () => {
    await expect(questionOf(page, classify)).toBeFocused();
    await pressBins(page, classify);
    await expect(right).toBeFocused();
    await keyboard.press("4");
  });
  await test.step("names the parts of a drawing", async () => {
    await expect(questionOf(page, diagram)).toBeFocused();
    await pressLabels(page, diagram);
    await expect(right).toBeFocused();
    await keyboard.press("Space");
  });
  await expect(page.getByRole("heading", { name: "Done for today" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("all saved");
  expect((await logOf(learner)).filter((entry) => entry.type === "review")).toHaveLength(
    2 * all.length,
  );
});

import { questionOf } from "./answering";
import { cardOf } from "./deck";
import { expect, type Locator, type Page, test } from "./fixtures";
import { dueLog, openQuizLog } from "./learner-log";

test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

/** How something is drawn; a hidden radio button's looks are those of the words beside it. */
const looksOf = (place: Locator) =>
  place.evaluate((element) => {
    const drawn = getComputedStyle(element).opacity === "0" ? element.nextElementSibling : element;
    if (!drawn) throw new Error("Nothing is drawn for it");
    const { backgroundColor, borderBottomColor, borderBottomWidth } = getComputedStyle(drawn);
    return { backgroundColor, borderBottomColor, borderBottomWidth };
  });

/** Fails where the chosen one looks like its neighbour. */
async function expectTold(chosen: Locator, other: Locator): Promise<void> {
  await expect(chosen).toBeVisible();
  expect(await looksOf(chosen)).not.toEqual(await looksOf(other));
}

const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

test("a quiz's choices and the current page are told where the system chooses the colours", async ({
  page,
}) => {
  await page.goto("/quiz");
  await expectTold(radio(page, "Topics"), radio(page, "One idea"));
  await expectTold(radio(page, "10"), radio(page, "20"));
  await radio(page, "20").check();
  await expectTold(radio(page, "20"), radio(page, "10"));
  const main = page.getByRole("navigation", { name: "Main" });
  await expectTold(
    main.getByRole("link", { name: "Quiz" }),
    main.getByRole("link", { name: "Deck" }),
  );
});

test("bins, places and parts that are chosen are told", async ({ page, deck, login }) => {
  const [classify, order, diagram] = [
    cardOf(deck, "classify"),
    cardOf(deck, "order"),
    cardOf(deck, "diagram"),
  ];
  const quiz = crypto.randomUUID();
  await login(openQuizLog(quiz, [classify, order, diagram]));
  await page.goto(`/quiz?take=${quiz}`);

  await expect(questionOf(page, classify)).toBeVisible();
  const bins = page.getByRole("group").first().getByRole("radio");
  await bins.first().check();
  await expectTold(bins.first(), bins.last());
  await page.getByRole("button", { name: "I do not know" }).click();
  await page.keyboard.press("Space");

  await expect(questionOf(page, order)).toBeVisible();
  const rows = page.getByRole("list").getByRole("button");
  await rows.last().click();
  await expectTold(rows.first(), rows.last());
  await page.getByRole("button", { name: "I do not know" }).click();
  await page.keyboard.press("Space");

  await expect(questionOf(page, diagram)).toBeVisible();
  const labels = page.getByRole("group", { name: /^Part 1 is/ }).getByRole("button");
  await labels.first().click();
  const parts = page.getByRole("group", { name: /^Choose a number/ }).getByRole("button");
  await expectTold(parts.first(), parts.last());
});

test("the rating that Space gives is told", async ({ page, deck, login }) => {
  await login(dueLog(deck, [cardOf(deck, "recall")]));
  await page.goto("/study");
  await page.getByRole("button", { name: "Show the answer" }).click();
  const rating = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) });
  await expectTold(rating("Good"), rating("Hard"));
});

test("a terminal has an edge, and the chart of the topics is drawn", async ({ page }) => {
  await page.goto("/commands");
  const edge = await page
    .getByRole("textbox", { name: "A command" })
    .evaluate(({ parentElement }) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(parentElement ?? document.body);
      return { borderTopWidth, borderTopColor };
    });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(edge.borderTopWidth).toBe("1px");
  expect(edge.borderTopColor).not.toBe(paper);

  await page.goto("/");
  const drawn = await page.getByRole("list", { name: /^Topics/ }).evaluate((list, around) => {
    const colours = [...list.getElementsByTagName("span")].map(
      (one) => getComputedStyle(one).backgroundColor,
    );
    return colours.filter((colour) => colour !== around && colour !== "rgba(0, 0, 0, 0)").length;
  }, paper);
  expect(drawn).toBeGreaterThan(100);
});

import { cardsOf } from "./deck";
import { expect, type Page, test } from "./fixtures";
import { openQuizLog, quizLog, reviewOf } from "./learner-log";
import { readingFaults } from "./reading-faults";

/** On a desk and on a phone, with text as it is and of twice the size. */
const windows = [
  { width: 1280, text: 16 },
  { width: 320, text: 16 },
  { width: 1280, text: 32 },
  { width: 390, text: 32 },
] as const;

async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await readingFaults(page, windows), page.url()).toEqual([]);
}

const pages = [
  "/",
  "/study",
  "/quiz",
  "/quiz/print?topic=swarm",
  "/deck",
  "/commands",
  "/progress",
  "/login",
  "/register",
  "/forgot",
  "/link#no-such-link",
  "/settings",
  "/offline",
];

for (const path of pages) {
  test(`${path} does not scroll sideways and is not too small for a finger`, async ({ page }) => {
    await page.goto(path);
    await expectReadable(page);
  });
}

for (const half of ["first", "second"] as const) {
  test(`no page of the ${half} topics scrolls sideways or is too small for a finger`, async ({
    page,
    deck,
  }) => {
    const middle = deck.topics.length / 2;
    const topics = half === "first" ? deck.topics.slice(0, middle) : deck.topics.slice(middle);
    for (const { id } of topics) {
      await page.goto(`/deck/${id}`);
      await expectReadable(page);
    }
  });
}

test("no page of an account's scrolls sideways or is too small for a finger", async ({
  page,
  deck,
  login,
}) => {
  const [right, wrong] = cardsOf(deck, "choice", 2);
  if (!right || !wrong) throw new Error("There are two");
  const reviews = deck.cards
    .slice(0, 120)
    .map((card, place) => reviewOf(deck, card, { daysAgo: 1 + (place % 40) }));
  await login([...reviews, ...quizLog(deck, [right, wrong], { daysAgo: 3 })]);
  for (const path of ["/progress", "/account", "/settings", "/study", "/quiz"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const table of await page.getByText("Show as a table").all()) await table.click();
    await expectReadable(page);
  }
});

test("output that is cut says so, and is scrolled by keyboard", async ({ page, deck, login }) => {
  // Wider than a phone, and not than a desk.
  const output = deck.cards.find((card) => {
    if (card.kind !== "output") return false;
    const widest = Math.max(...card.output.split("\n").map(({ length }) => length));
    return widest > 60 && widest < 75;
  });
  if (!output) throw new Error("Some output is as wide");
  const quiz = crypto.randomUUID();
  await login(openQuizLog(quiz, [output]));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/quiz?take=${quiz}`);
  const terminal = page.getByRole("group", { name: "Terminal, scrolls sideways" });
  await terminal.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => terminal.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(terminal).toBeHidden();
});

import { cardsOf } from "./deck";
import { expect, expectAccessible, type Page, test } from "./fixtures";
import { openQuizLog, quizLog, reviewOf } from "./learner-log";
import { readingFaults } from "./reading-faults";

// Each page is looked at in two themes and five windows, many pages in a story.
test.slow();

/** On a desk and on a phone, with text as it is and of twice the size. */
const windows = [
  { width: 1280, text: 16 },
  { width: 320, text: 16 },
  { width: 1280, text: 32 },
  { width: 390, text: 32 },
  { width: 320, text: 32 },
] as const;

/** Nothing scrolls sideways, no word is cut in two, and all is large enough for a finger. */
async function expectReadable(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await readingFaults(page, windows), page.url()).toEqual([]);
}

// How each kind of card does stands with the kinds, and quizzes with their states.
const pages = {
  "whoever begins": [
    { path: "/", heading: "Learn Docker once, and keep it" },
    { path: "/deck", heading: "The talk, topic by topic" },
    { path: "/deck/cards", heading: "All cards" },
    { path: "/study", heading: /./ },
    { path: "/quiz", heading: "Take a quiz" },
    { path: "/commands", heading: /./ },
    { path: "/progress", heading: "Nothing studied yet" },
  ],
  "whoever wants more": [
    { path: "/login", heading: "Log in" },
    { path: "/register", heading: "Make an account" },
    { path: "/forgot", heading: /./ },
    { path: "/link#no-such-link", heading: /./ },
    { path: "/settings", heading: "Settings" },
    { path: "/quiz/print?topic=swarm", heading: /./ },
    { path: "/offline", heading: /./ },
    { path: "/no-such-page", heading: /nothing at this address/ },
  ],
};

for (const [whom, some] of Object.entries(pages)) {
  test(`the pages for ${whom} are read with axe, on a phone and in large text`, async ({
    page,
    complaints,
  }) => {
    complaints.expect(/status of 404/);
    for (const { path, heading } of some) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expectAccessible(page);
      await expectReadable(page);
    }
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
      // Of pages made alike, the two longest.
      if (id === "images" || id === "swarm") await expectAccessible(page);
    }
  });
}

test("the pages of an account are read on a phone and in large text, a full progress with axe", async ({
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
    if (path === "/progress") {
      await expect(page.getByRole("heading", { name: /^You would recall/ })).toBeVisible();
      await expectAccessible(page);
    }
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

import { type AskableCard, cardsOf } from "./deck";
import { expect, expectAccessibleInAnyColours, type Page, test } from "./fixtures";
import { openQuizLog } from "./learner-log";
import { takenQuizLog } from "./quiz-log";

const minute = 60_000;
const phones = [
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];
const start = (page: Page) => page.getByRole("button", { name: "Start the quiz" });

test("a quiz begins on the first screen of a phone, below those to go on with", async ({
  page,
  deck,
  login,
}) => {
  const cards: AskableCard[] = cardsOf(deck, "choice", 3);
  const taken = cards.map((card) => ({ card, gave: "right" }) as const);
  const open = (style: "practice" | "exam", begunAgo: number) =>
    openQuizLog(crypto.randomUUID(), cards, {
      ...{ style, begunAgo },
      ...(style === "exam" && { limit: 30 * minute }),
    });
  await login([
    ...[1, 2, 3].flatMap((daysAgo) =>
      takenQuizLog(deck, crypto.randomUUID(), { questions: taken, daysAgo }),
    ),
    ...open("practice", 3 * minute),
    ...open("practice", 2 * minute),
    ...open("exam", 5 * minute),
  ]);
  for (const phone of phones) {
    await page.setViewportSize(phone);
    await page.goto("/quiz");
    await expect(start(page)).toBeInViewport({ ratio: 1 });
    const first = page.getByRole("region", { name: "Quizzes to go on with" });
    await expect(first.getByRole("button", { name: /^Go on with exam/ })).toBeInViewport();
  }
  await expectAccessibleInAnyColours(page);
  const names = (await page.getByRole("main").ariaSnapshot()).match(/button ".*"/g) ?? [];
  expect(names.length).toBeGreaterThan(4);
  expect(new Set(names).size).toBe(names.length);
});

test("a quiz is begun on an empty account by keys alone, on a phone", async ({ page, login }) => {
  await login();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/quiz");
  await expect(start(page)).toBeInViewport({ ratio: 1 });
  const topic = page.getByRole("checkbox").last();
  await topic.focus();
  // What has the focus does not lie below the bar.
  const [field, bar] = [await topic.boundingBox(), await start(page).boundingBox()];
  expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  await start(page).press("Enter");
  await expect(page.getByRole("img", { name: /^Question 1 of 10/ })).toBeVisible();
});

test("a learner who knows a topic is checked on it", async ({ page, deck }) => {
  const topic = deck.topics.at(-1);
  await page.goto(`/deck/${topic?.id}`);
  await page.getByRole("link", { name: "I know this: check me" }).click();
  await expect(page.getByRole("radio", { name: "Placement" })).toBeChecked();
  await start(page).click();
  await expect(page.getByRole("img", { name: /^Question 1 of / })).toBeVisible();
});

import { questionOf } from "./answering";
import { cardsOf } from "./deck";
import { expect, test } from "./fixtures";
import { reviewOf, settingOf } from "./learner-log";

const minute = 60_000;
/** From the day's beginning at 4 am; three hours behind UTC, where it is tomorrow then. */
const halfPastEleven = 19.5 * 60 * minute;

test("what was learned late in the evening is due the next morning, this morning's is not", async ({
  page,
  deck,
  login,
  statesOf,
}) => {
  const [evening, morning] = cardsOf(deck, "recall", 2);
  if (!evening || !morning) throw new Error("There are two");
  // These three ratings lead to an interval of one day.
  const learned = (["again", "good", "good"] as const).flatMap((rating, step) => [
    reviewOf(deck, evening, {
      ...{ daysAgo: 1, rating },
      into: halfPastEleven - (2 - step) * 10 * minute,
    }),
    reviewOf(deck, morning, { daysAgo: 0, rating, into: step }),
  ]);
  const learner = await login([settingOf("newPerDay", 0), ...learned]);
  for (const state of (await statesOf(learner)).values()) {
    if (state.phase !== "review") throw new Error("Both are learned");
    expect(state.dueDay - state.lastDay).toBe(1);
  }

  await page.goto("/study");
  await expect(questionOf(page, evening)).toBeVisible();
  await expect(page.getByRole("img", { name: "Card 1 of 1", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Show the answer" }).click();
  await page.getByRole("button", { name: "Good" }).click();
  await expect(page.getByText(/^Tomorrow: 1 card to review/)).toBeVisible();
});

test("a page that is left open notices 4 am, and asks what is due then", async ({
  page,
  deck,
  login,
}) => {
  const card = cardsOf(deck, "recall", 1)[0];
  if (!card) throw new Error("There is one");
  // Due in some days, and nothing else.
  const at = { daysAgo: 0, rating: "easy", into: 0 } as const;
  await login([settingOf("newPerDay", 0), reviewOf(deck, card, at)]);
  await page.clock.install();
  await page.goto("/study");
  await expect(page.getByRole("heading", { level: 1, name: "Nothing is due" })).toBeVisible();
  await page.clock.fastForward(20 * 24 * 60 * minute);
  await expect(questionOf(page, card)).toBeVisible();
});

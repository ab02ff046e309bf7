import { neededBy } from "#core/quiz/build/ideas-to-check";
import type { CardState } from "#core/scheduling/types";
import { askedOf, giveRight, giveWrong } from "./answering";
import { type AskableCard, askable, cardOf, shown, topicToQuiz } from "./deck";
import { expect, expectAccessible, localStates, type Page, test } from "./fixtures";
import { openQuizLog, settingOf } from "./learner-log";

const saved = (page: Page) => page.getByRole("status").filter({ hasText: "all saved" });

/** Takes a placement of five questions on a topic: all right and surely but the last, which is wrong. */
async function place(page: Page, topic: string, cards: readonly AskableCard[]) {
  await page.goto(`/quiz?topic=${topic}&style=placement`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const placed: AskableCard[] = [];
  for (let question = 1; question <= 4; question++) {
    await expect(page.getByRole("img", { name: `Question ${question} of 5` })).toBeVisible();
    const card = await askedOf(page, cards);
    await giveRight(page, card);
    await page.getByRole("button", { name: "Sure" }).click();
    await page.getByRole("button", { name: "Next question" }).click();
    placed.push(card);
  }
  await expect(page.getByRole("img", { name: "Question 5 of 5" })).toBeVisible();
  const missed = await askedOf(page, cards);
  await giveWrong(page, missed);
  await page.getByRole("button", { name: "Sure" }).click();
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Place 4 cards as known?" }),
  ).toBeFocused();
  return { placed, missed };
}

async function agree(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Place these 4 cards" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "4 of 5" })).toBeVisible();
}

test("a placement is taken back, and all it placed is new again, everywhere", async ({
  page,
  elsewhere,
  deck,
  login,
  enter,
  logOf,
  statesOf,
}) => {
  const { topic, cards } = topicToQuiz(deck);
  const learner = await login([settingOf("newPerDay", 100)]);
  const { placed, missed } = await place(page, topic.id, cards);
  await test.step("nothing is placed before the learner agrees, after a reload, too", async () => {
    await expect(
      page
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: /^.*due in/ }),
    ).toHaveCount(4);
    await page.reload();
    await expect(
      page.getByRole("heading", { level: 1, name: "Place 4 cards as known?" }),
    ).toBeVisible();
    await expect(saved(page)).toBeVisible();
    expect((await logOf(learner)).filter(({ type }) => type === "review")).toEqual([]);
  });
  await agree(page);
  const placement = page.getByRole("region", { name: "Placement" });
  await test.step("the result tells what was placed and when it comes again", async () => {
    await expect(placement.getByRole("listitem")).toHaveCount(placed.length);
    for (const row of await placement.getByRole("listitem").all()) {
      await expect(row).toHaveText(/recall 100\s%, due in \d+ days$/);
    }
    await expectAccessible(page);
    await expect(page.getByRole("button", { name: "Copy a link to this quiz" })).toBeHidden();
    await expect(saved(page)).toBeVisible();
    const states = await statesOf(learner);
    for (const { id } of placed) expect(states.get(id)).toMatchObject({ phase: "review", reps: 1 });
    expect(states.get(missed.id)).toMatchObject({ phase: "new", missed: true });
  });
  const result = page.url();
  await test.step("none of it is among the new cards of the next session", async () => {
    const fresh = await newCards(page, topic.id);
    expect(fresh).toBe(deck.cards.filter((card) => card.topic === topic.id).length - 4);
  });

  await page.goto(result);
  await placement.getByRole("button", { name: "Take the placement back" }).press("Enter");
  await expect(page.getByText(/^All 5 answers will no longer count/)).toBeFocused();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("button", { name: "Take the placement back" })).toBeFocused();
  await page.getByRole("button", { name: "Take the placement back" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take it back" }).dblclick();
  const told = page.getByText(/^You took this placement back/);
  await expect(told).toBeFocused();
  await expect(page.getByRole("button", { name: "Take the placement back" })).toBeHidden();
  await expect(saved(page)).toBeVisible();

  await test.step("the server knows, once for each answer", async () => {
    const voids = (await logOf(learner)).filter((entry) => entry.type === "void");
    expect(voids.map(({ card }) => card).sort()).toEqual(
      [...placed, missed].map(({ id }) => id).sort(),
    );
    const states = await statesOf(learner);
    const untouched: CardState = { phase: "new", missed: false, folded: 2 };
    for (const { id } of [...placed, missed]) expect(states.get(id)).toEqual(untouched);
    expect(await localStates(page, learner)).toEqual(states);
  });
  await test.step("it stays so after a reload, in the history and on another device", async () => {
    await page.reload();
    await expect(told).toBeVisible();
    await expectAccessible(page);
    await page.goto("/quiz");
    await expect(page.getByRole("row", { name: /taken back$/ })).toBeVisible();
    await enter(elsewhere, learner);
    await elsewhere.goto(result);
    await expect(elsewhere.getByText(/^You took this placement back/)).toBeVisible();
  });
  const all = deck.cards.filter((card) => card.topic === topic.id).length;
  expect(await newCards(page, topic.id)).toBe(all);
});

/** How many cards a session of a topic has, none of which is known. */
async function newCards(page: Page, topic: string): Promise<number> {
  await page.goto(`/study?topic=${topic}`);
  const train = page.getByRole("img", { name: /^Card 1 of \d+/ });
  await expect(train).toBeVisible();
  return Number(/ of (\d+)/.exec((await train.getAttribute("aria-label")) ?? "")?.[1]);
}

test("a guest takes a placement back with no network", async ({
  page,
  context,
  deck,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const { topic, cards } = topicToQuiz(deck);
  const { placed } = await place(page, topic.id, cards);
  await agree(page);
  const [first] = placed;
  if (!first) throw new Error("Four were placed");
  await expect(page.getByText(/due in \d+ days$/)).toHaveCount(4);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Take the placement back" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText(/^You took this placement back/)).toBeFocused();
  await context.setOffline(false);
  await page.goto(`/deck/${topic.id}`);
  const concept = deck.concepts.find(({ id }) => id === first.concept);
  await page.getByRole("heading", { name: shown(concept?.title ?? ""), exact: true }).click();
  const untouched = page.getByText("not studied yet").filter({ visible: true });
  await expect(untouched.first()).toBeVisible();
  await expect(page.getByText(/due in/)).toHaveCount(0);
});

test("a placement places every right answer that was no guess, and what it needs is checked", async ({
  page,
  deck,
  login,
  statesOf,
  logOf,
}) => {
  const learner = await login();
  const last = deck.topics.at(-1);
  const cards = askable(deck.cards.filter((card) => card.topic === last?.id));
  await page.goto(`/quiz?topic=${last?.id}&style=placement`);
  await page.getByRole("radio", { name: "5", exact: true }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const answered: AskableCard[] = [];
  for (const [place, sure] of [
    "Sure",
    "I think so",
    "Rather not say",
    "Sure",
    "A guess",
  ].entries()) {
    await expect(page.getByRole("img", { name: `Question ${place + 1} of 5` })).toBeVisible();
    const card = await askedOf(page, cards);
    await giveRight(page, card);
    await page.getByRole("button", { name: sure }).click();
    await page
      .getByRole("button", { name: place === 4 ? "See the result" : "Next question" })
      .click();
    answered.push(card);
  }
  await expect(page.getByText("One right answer was a guess: its card stays new.")).toBeVisible();
  await page.getByRole("button", { name: "Place these 4 cards" }).click();
  const check = page.getByRole("button", { name: /^Check what they build on: \d+ questions?$/ });
  await expect(check).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const phases = [...(await statesOf(learner))].map(([card, { phase }]) => [card, phase]);
  expect(Object.fromEntries(phases)).toEqual(
    Object.fromEntries(answered.map(({ id }, at) => [id, at === 4 ? "new" : "review"])),
  );
  const needed = neededBy(deck.concepts, new Set(answered.slice(0, 4).map((card) => card.concept)));
  const fronts = deck.cards
    .filter(({ concept }) => needed.has(concept))
    .map(({ front }) => shown(front));
  await page.goto("/study");
  await expect(page.getByRole("img", { name: /^Card 1 of / })).toBeVisible();
  expect(fronts).not.toContain(await page.getByRole("heading", { level: 1 }).innerText());
  await page.goto("/quiz");
  await page.getByRole("region", { name: "A short check" }).getByRole("button").click();
  await expect(page.getByRole("img", { name: /^Question 1 of / })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const [plan] = (await logOf(learner)).flatMap((entry) =>
    entry.type === "quiz" && entry.event === "start" && entry.plan?.by === "concepts"
      ? [entry.plan]
      : [],
  );
  const concepts = deck.cards.flatMap(({ id, concept }) =>
    plan?.questions.some(({ card }) => card === id) ? [concept] : [],
  );
  expect(concepts.length).toBeGreaterThan(0);
  for (const concept of concepts) expect(needed.has(concept)).toBe(true);
  // One question on each idea.
  expect(new Set(concepts).size).toBe(concepts.length);
});

test("a placement of which nothing is to be placed changes no schedule", async ({
  page,
  deck,
  login,
  statesOf,
}) => {
  const card = cardOf(deck, "choice");
  const quiz = crypto.randomUUID();
  const learner = await login(openQuizLog(quiz, [card], { style: "placement" }));
  await page.goto(`/quiz?take=${quiz}`);
  await giveRight(page, card);
  await page.getByRole("button", { name: "See the result" }).click();
  await page.getByRole("button", { name: "Place nothing" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "1 of 1" })).toBeVisible();
  await expect(page.getByText("No card was placed.")).toBeVisible();
  await expect(saved(page)).toBeVisible();
  expect((await statesOf(learner)).get(card.id)).toMatchObject({ phase: "new", missed: false });
});

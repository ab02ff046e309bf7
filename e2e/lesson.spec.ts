import { cardTitle } from "#core/content/card-title";
import { askedOf, giveRight } from "./answering";
import { askable, cardsOf, shown, topicFromRecall, topicToQuiz } from "./deck";
import { expect, test } from "./fixtures";
import { dueLog } from "./learner-log";

test("a topic is read: its lesson, what holds today, a file, a terminal and a drawing", async ({
  page,
  deck,
}) => {
  const lesson = deck.lessons.find(({ parts }) =>
    ["text", "now", "code", "terminal", "diagram"].every((form) =>
      parts.some((part) => part.form === form),
    ),
  );
  if (!lesson) throw new Error("No lesson has a part of each form");
  await page.goto(`/deck/${lesson.topic}`);
  await expect(page.getByText(/minutes to read/)).toBeVisible();
  for (const part of lesson.parts) {
    if (part.form === "text" || part.form === "now") {
      await expect(page.getByText(shown(part.text), { exact: true })).toBeVisible();
    }
    if (part.form === "now" && part.sources[0]?.url) {
      const { title, url } = part.sources[0];
      await expect(page.getByRole("link", { name: title }).first()).toHaveAttribute("href", url);
    }
    if (part.form === "diagram") {
      const drawing = deck.diagrams.find(({ id }) => id === part.diagram);
      await expect(page.getByRole("group", { name: drawing?.title }).first()).toBeVisible();
    }
    if (part.form === "code") await expect(page.getByText(shown(part.caption))).toBeVisible();
  }
  await expect(page.getByRole("group", { name: "Terminal" }).first()).toBeVisible();
  await expect(page.getByText(/^(Recorded (with|on) |Not recorded)/).first()).toBeVisible();
});

test("a topic's cards say what the learner knows of them", async ({ page, deck }) => {
  const { topic, cards, first } = topicFromRecall(deck);
  const concept = deck.concepts.find(({ id }) => id === first.concept);
  if (!concept) throw new Error(`${first.id} has no concept`);
  const own = cards.filter((card) => card.concept === concept.id).length;
  const idea = page.getByRole("group").filter({
    has: page.getByRole("heading", { name: concept.title, level: 3, exact: true }),
  });
  const row = page.getByRole("listitem").filter({ hasText: cardTitle(first) });
  const unfold = () => page.getByRole("heading", { name: concept.title, level: 3 }).click();

  await page.goto(`/deck/${topic.id}`);
  await unfold();
  await expect(row).toHaveText(cardTitle(first));
  await expect(page.getByText(/Recall today/)).toHaveCount(0);
  await page.getByRole("link", { name: "Study this topic" }).click();
  await giveRight(page, first);
  await page.getByRole("button", { name: "Easy" }).click();

  await page.goto(`/deck/${topic.id}`);
  await expect(page.getByText(`1 of ${cards.length} cards studied`)).toBeVisible();
  await page.getByRole("link", { name: "Go to its ideas and cards" }).click();
  await expect(idea).toContainText(`1 of ${own} cards studied`);
  await unfold();
  await expect(row).toContainText("recall 100 %, due in");
});

test("an idea leads to a quiz on it", async ({ page, deck }) => {
  const [card] = topicToQuiz(deck).cards;
  const concept = deck.concepts.find(({ id }) => id === card?.concept);
  if (!concept) throw new Error("A card has a concept");
  const own = askable(deck.cards.filter((one) => one.concept === concept.id));
  await page.goto(`/deck/${concept.topic}`);
  await page.getByRole("heading", { name: concept.title, level: 3 }).click();
  await page.getByRole("link", { name: `Quiz on this idea ${concept.title}` }).click();
  await expect(page.getByRole("combobox", { name: "Idea" })).toHaveValue(concept.id);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByRole("img", { name: `Question 1 of ${own.length}` })).toBeVisible();
  await askedOf(page, own);
});

test("a card's back leads to its place in the lesson, and the first card names the talk", async ({
  page,
  context,
  deck,
  login,
}) => {
  const [first, second] = cardsOf(deck, "recall", 2);
  if (!first || !second) throw new Error("There are two");
  const slide = Math.min(...first.slides);
  const lesson = deck.lessons.find(({ topic }) => topic === first.topic);
  const part = lesson?.parts.find(({ slides }) => slides.includes(slide));
  if (!part) throw new Error(`No lesson stands on slide ${slide}`);
  await login(dueLog(deck, [first, second]));
  await page.goto("/study");
  const talk = page.getByRole("link", { name: "Docker: from basics to orchestration" });
  await expect(talk).toHaveAttribute("href", "http://bit.ly/phpconfbr2015");
  await expect(page.getByText(/Wellington F. Silva at PHP Conference Brasil/)).toBeVisible();
  await giveRight(page, first);
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: /^Read on at slide/ }).click();
  const there = await opening;
  await expect(there).toHaveURL(new RegExp(`/deck/${first.topic}#slide-${slide}$`));
  const words = part.heading ?? ("text" in part ? shown(part.text) : null);
  if (words === null) throw new Error(`Slide ${slide} is first cited below no words`);
  await expect(there.getByText(words, { exact: true }).first()).toBeInViewport();
  await there.close();
  await page.getByRole("button", { name: "Good" }).click();
  await expect(talk).toBeHidden();
});

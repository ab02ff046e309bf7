import type { DrawnCard, DrawnCommandCard } from "#core/content/draw-card";
import type { Card, CardKind } from "#core/content/types";
import { asHeard, sentencesOf } from "#core/feedback/said-once";
import { rightAnswer } from "#core/grading/right-answer";
import type { Answer, AnswerOf } from "#core/grading/types";
import { labelsOf } from "#core/grading/verdict/labels-of";
import { type CardOf, drawnAs, shown, wrongAnswer } from "./deck";
import { expect, type Locator, type Page } from "./fixtures";

/** The question of a card on the page, if that is the card asked; of a gap, its sentence. */
export function questionOf(page: Page, card: Card): Locator {
  if (card.kind === "command") {
    // What is drawn by chance may be anything.
    const around = shown(card.front).split(/\{\{[a-z0-9]+\}\}/);
    const name = new RegExp(
      `^${around.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".+")}$`,
      "u",
    );
    return page.getByRole("heading", { level: 1, name });
  }
  if (card.kind !== "cloze") {
    return page.getByRole("heading", { level: 1, name: shown(card.front), exact: true });
  }
  const gap = page.getByRole("textbox", { name: "The missing word" });
  return page
    .getByRole("paragraph")
    .filter({ has: gap, hasText: shown(card.before).trim() })
    .filter({ hasText: shown(card.after).trim() });
}

/**
 * The focus has come to what the card shows now. It moves a moment after the frame: until then a
 * key pressed elsewhere may go to where the focus moves to.
 */
export async function cardFocused(page: Page): Promise<void> {
  const shown = page.getByRole("article");
  await expect(shown.locator(":focus")).toBeVisible();
}

/** Which of some cards is asked; waits until one is. */
export async function askedOf<Some extends Card>(
  page: Page,
  cards: readonly Some[],
): Promise<Some> {
  const questions = cards.map((card) => questionOf(page, card));
  const [first, ...others] = questions;
  if (!first) throw new Error("One of no cards cannot be asked.");
  await others
    .reduce((any, other) => any.or(other), first)
    .first()
    .waitFor();
  for (const [place, card] of cards.entries()) {
    if (await questions[place]?.isVisible()) return card;
  }
  throw new Error("The question went away while it was looked for.");
}

/** Goes on from an answer that was wrong; where the learner is the judge of it, with "again". */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Continue|Again)/ }).click();
}

type Giver<K extends CardKind> = (
  page: Page,
  card: Extract<DrawnCard, { kind: K }>,
  answer: AnswerOf<K>,
) => Promise<void>;

/** By tapping and typing, as each kind asks for it, up to where the answer is handed in. */
const givers: { [K in CardKind]: Giver<K> } = {
  recall: async () => undefined,
  list: async (page, { items }, { said }) => {
    await press(page, "Show the answer");
    for (const index of said) await tick(page, items[index]?.text);
  },
  cloze: async (page, _, { text }) => page.getByRole("textbox").fill(text),
  text: async (page, _, { text }) => page.getByRole("textbox").fill(text),
  choice: async (page, { options }, { option }) => press(page, options[option]?.text),
  command: async (page, _, { text }) =>
    page.getByRole("textbox", { name: "Your command" }).fill(text),
  output: async (page, { asked }, answer) => {
    if (asked.as === "choice" && "option" in answer) {
      await press(page, asked.options[answer.option]?.text);
    } else if ("text" in answer) {
      await page.getByRole("textbox").fill(answer.text);
      await press(page, "Check");
    }
  },
  multi: async (page, card, { options }) => {
    for (const index of options) await tick(page, card.options[index]?.text);
  },
  order: async (page, { items }, { order }) => {
    for (const index of order) {
      const text = page.getByText(shown(items[index]?.text ?? ""), { exact: true });
      await page.getByRole("button").filter({ has: text }).click();
    }
  },
  match: async (page, { pairs }, { rights }) => {
    for (const [left, right] of rights.entries()) {
      const list = page.getByLabel(shown(pairs[left]?.left ?? ""), { exact: true });
      await list.selectOption({ label: shown(pairs[right ?? -1]?.right ?? "choose") });
    }
  },
  diagram: async (page, card, { labels }) => {
    for (const [place, label] of labels.entries()) {
      await page.getByRole("button", { name: new RegExp(`^Part ${place + 1}: `) }).click();
      await press(page, labelsOf(card)[label ?? -1]);
    }
  },
  classify: async (page, { items, bins }, answer) => {
    for (const [index, bin] of answer.bins.entries()) {
      const row = page.getByRole("group", {
        name: shown(items[index]?.text ?? ""),
        exact: true,
      });
      const name = shown(bins[bin ?? -1] ?? "");
      await row.getByRole("radio", { name, exact: true }).check();
    }
  },
};

const handIn: Record<CardKind, string | null> = {
  recall: "Show the answer",
  list: "Done",
  cloze: "Check",
  text: "Check",
  choice: null,
  multi: "Check",
  order: "Check",
  match: "Check",
  classify: "Check",
  diagram: "Check",
  command: "Run",
  output: null,
};

/** Answers the card on the page rightly; of a recall card, asks for the answer. */
export async function giveRight(page: Page, card: Card): Promise<void> {
  await give(page, card, rightAnswer);
}

/** Answers the card on the page wrongly, or partly so. */
export async function giveWrong(page: Page, card: Card): Promise<void> {
  await give(page, card, wrongAnswer);
}

/** Makes the right answer in the card's inputs, and hands it in to nobody. */
export async function makeRight(page: Page, card: Card): Promise<void> {
  const drawn = card.kind === "command" ? await drawnOn(page, card) : card;
  await (givers[card.kind] as Giver<CardKind>)(page, drawn, rightAnswer(drawn) as never);
}

async function give(page: Page, card: Card, answerTo: (card: DrawnCard) => Answer): Promise<void> {
  const drawn = card.kind === "command" ? await drawnOn(page, card) : card;
  await (givers[card.kind] as Giver<CardKind>)(page, drawn, answerTo(drawn) as never);
  const button = handIn[card.kind];
  if (button) await press(page, button);
}

/** What the card on the page says more than once, in whole sentences: an answer may come again. */
export async function saidTwice(page: Page): Promise<string[]> {
  const lines = (await page.getByRole("article").innerText()).split("\n");
  const whole = lines.flatMap(sentencesOf).filter((sentence) => /[.!?]$/.test(sentence));
  const heard = whole.map(asHeard);
  return heard.filter((sentence, place) => heard.indexOf(sentence) < place);
}

/** Why the card on the page is so, as its back will say it. */
export async function explanationOn(page: Page, card: Card): Promise<string> {
  const { explain } = card.kind === "command" ? await drawnOn(page, card) : card;
  return shown(explain);
}

/** The command card on the page as it was drawn. */
export async function drawnOn(page: Page, card: CardOf<"command">): Promise<DrawnCommandCard> {
  const front = await page.getByRole("heading", { level: 1 }).innerText();
  return drawnAs(card, front.trim());
}

async function press(page: Page, text: string | undefined): Promise<void> {
  await page.getByRole("button", { name: shown(text ?? ""), exact: true }).click();
}

async function tick(page: Page, text: string | undefined): Promise<void> {
  await page.getByRole("checkbox", { name: shown(text ?? ""), exact: true }).check();
}

import { expect, test } from "vitest";
import { type DrawnCard, drawCard } from "#core/content/draw-card";
import type { Option } from "#core/content/types";
import { backTexts } from "#core/feedback/back-texts";
import { commandFacts } from "#core/feedback/command-facts";
import { asHeard, sentencesOf } from "#core/feedback/said-once";
import { typedFacts } from "#core/feedback/typed-facts";
import { whysInOrder } from "#core/feedback/whys-in-order";
import { judgeCommand } from "#core/grading/command/judge-command";
import { gradeAnswer } from "#core/grading/grade";
import { rightAnswer } from "#core/grading/right-answer";
import type { Answer, Verdict } from "#core/grading/types";
import { soundContent } from "./parsed-deck";

/** What is shown once a card is answered says each thing once, whatever was answered. */

const { deck } = soundContent();
const concepts = new Map(deck.concepts.map((concept) => [concept.id, concept]));

/** Each card with each answer that it foresees, graded once, and what is shown then. */
const answered = deck.cards.flatMap((card) => {
  const drawn = drawCard(card, 1);
  return answersTo(drawn).map((answer) => {
    const verdict = gradeAnswer(drawn, answer);
    return { card, drawn, answer, verdict, texts: textsOf(drawn, answer, verdict) };
  });
});

test("no back of a card says a sentence twice", () => {
  const twice = answered.flatMap(({ card, answer, texts }) =>
    repeatedIn(texts).map((sentence) => `${card.id}, ${JSON.stringify(answer)}: ${sentence}`),
  );
  expect(twice).toEqual([]);
});

test("what is right is told wherever it was not typed", () => {
  for (const { card, drawn, verdict, texts } of answered) {
    if (!isTyped(drawn) || verdict?.outcome === "correct") continue;
    const right = rightAnswer(drawn);
    if (!("text" in right)) continue;
    expect(texts.join("\n").toLowerCase(), card.id).toContain(right.text.toLowerCase());
  }
});

test("no year stands beside a text that names it", () => {
  const twice = deck.cards.flatMap((card) => {
    const concept = concepts.get(card.concept);
    const { since, today } = concept ? backTexts(card, concept) : { since: "", today: "" };
    return since !== "" && (since.match(/\d{4}/g) ?? []).every((year) => today.includes(year))
      ? [`${card.id}: ${since}`]
      : [];
  });
  expect(twice).toEqual([]);
});

test("every card's slide stands in its topic's lesson, for the link to it", () => {
  const lost = deck.cards.filter(({ topic, slides }) => {
    const lesson = deck.lessons.find((one) => one.topic === topic);
    return !lesson?.parts.some((part) => part.slides.includes(Math.min(...slides)));
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});

/** All that stands on the page once a card is answered, in reading order. */
function textsOf(drawn: DrawnCard, answer: Answer, verdict: Verdict | null): string[] {
  const concept = concepts.get(drawn.concept);
  if (!concept) throw new Error(`no concept of ${drawn.id}`);
  const back = backTexts(drawn, concept);
  return [
    drawn.kind === "cloze" ? "" : drawn.front,
    ...(verdict ? [...verdict.reasons, ...rowsOf(drawn, answer, verdict)] : []),
    drawn.kind === "recall" ? drawn.answer : "",
    back.explain,
    back.atTheTalk,
    back.today,
  ].filter((text) => text !== "");
}

/** What stands between verdict and explanation: of each row why, or what is right. */
function rowsOf(card: DrawnCard, answer: Answer, verdict: Verdict): string[] {
  const text = "text" in answer ? answer.text : "";
  if (card.kind === "command") {
    const judgement = text === "" ? null : judgeCommand(card, text);
    const { house, right, also } = commandFacts(card, judgement);
    // In the terminal stands what was typed, or else the answer.
    const typed = text === "" ? card.answer : text;
    return [typed, house, right, also].flatMap((one) => one ?? []);
  }
  if (card.kind === "cloze" || card.kind === "text" || isTypedOutput(card)) {
    const asked = card.kind === "output" ? card.asked : card;
    if (!("accept" in asked)) return [];
    const shown = card.kind === "cloze" ? card.accept[0] : undefined;
    // What was typed are the learner's own words.
    const { right, also } = typedFacts(asked, { text, verdict, shown });
    return [shown, ...right, ...also].flatMap((one) => one ?? []);
  }
  return whysInOrder(
    verdict.parts.map(({ why }) => why),
    verdict.reasons,
  );
}

/** Right, given up, and wrong in every way that the card or its kind foresees. */
function answersTo(card: DrawnCard): Answer[] {
  if (card.kind === "recall") return [rightAnswer(card)];
  return [rightAnswer(card), { kind: "none", asked: card.kind }, ...wrongAnswersTo(card)];
}

function wrongAnswersTo(card: Exclude<DrawnCard, { kind: "recall" }>): Answer[] {
  switch (card.kind) {
    case "list":
      return [{ kind: "list", said: [0] }];
    case "cloze":
    case "text":
      return typedOf(card).map((text) => ({ kind: card.kind, text }));
    case "command":
      return [...card.wrong.map(({ text }) => text), ...card.also, ...card.right].map((text) => ({
        kind: "command",
        text,
      }));
    case "output": {
      const { asked } = card;
      if (asked.as === "text") return typedOf(asked).map((text) => ({ kind: "output", text }));
      return indexes(asked.options).map((option) => ({ kind: "output", option }));
    }
    case "choice":
      return indexes(card.options).map((option) => ({ kind: "choice", option }));
    case "multi":
      return [
        ...indexes(card.options).map((option): Answer => ({ kind: "multi", options: [option] })),
        { kind: "multi", options: indexes(card.options) },
      ];
    case "order":
      return [{ kind: "order", order: indexes(card.items).reverse() }];
    case "match":
      return indexes(card.pairs).map((right) => ({
        kind: "match",
        rights: card.pairs.map(() => right),
      }));
    case "diagram":
      return indexes([...card.places, ...card.extra]).map((label) => ({
        kind: "diagram",
        labels: card.places.map(() => label),
      }));
    case "classify":
      return indexes(card.bins).map((bin) => ({
        kind: "classify",
        bins: card.items.map(() => bin),
      }));
  }
}

type Typed = { accept: readonly string[]; refuse: readonly { text: string }[] };

/** Whatever is accepted, a slip in it, whatever is refused, and a guess. */
function typedOf({ accept, refuse }: Typed): string[] {
  const slips = accept.map((text) => `${text}${text.at(-1) ?? ""}`);
  return [...accept, ...slips, ...refuse.map(({ text }) => text), "a guess far off", "999"];
}

function indexes(list: readonly (Option | object | string)[]): number[] {
  return [...list.keys()];
}

function isTyped(card: DrawnCard): boolean {
  return ["cloze", "text", "command"].includes(card.kind) || isTypedOutput(card);
}

function isTypedOutput(card: DrawnCard): boolean {
  return card.kind === "output" && card.asked.as === "text";
}

function repeatedIn(texts: readonly string[]): string[] {
  const heard = texts.flatMap(sentencesOf).map(asHeard);
  return heard.filter((sentence, place) => heard.indexOf(sentence) < place);
}

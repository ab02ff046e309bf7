import fc from "fast-check";
import { type GIFTQuestion, parse, type TextFormat } from "gift-pegjs";
import { describe, expect, test } from "vitest";
import { type Inline, plainText } from "#core/content/inline";
import type { Card } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import { giftFile } from "#core/quiz/gift/gift-file";
import { asMeant, type Told, tidy } from "#core/quiz/gift/told-question";
import { plannedQuestions, writtenQuestions } from "#core/quiz/paper/sheet-question";
import { soundContent } from "./parsed-deck";

/** What we write for Moodle, read by a parser that knows nothing of us (decision 0027). */

const { topics, cards } = soundContent().deck;
const askable = cards.filter(({ kind }) => isMachineGraded(kind));

/** The fractions that Moodle takes, in percent: its question bank's list. */
const fractions = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
  12.5, 11.11111, 10, 5, 0,
];

describe("the deck written as GIFT", () => {
  const read = parse(giftFile(topics, writtenQuestions(cards)));

  test("is read back with every question below its topic's category", () => {
    const categories = topics.map(({ id, title }) => [
      `Mooring/${title.replaceAll("/", "//")}`,
      ...askable.filter(({ topic }) => topic === id).map((card) => card.id),
    ]);
    const found = read.map((one) => one.title ?? "");
    expect(found).toEqual(categories.flat());
    expect(askable.length).toBeGreaterThan(300);
  });

  test.each(writtenQuestions(cards).map((question) => [question.card.id, question] as const))(
    "%s comes back as it is in the deck",
    (id, question) => {
      const back = read.find((one) => one.title === id);
      expect(back && asRead(back)).toEqual(asMeant(question));
    },
  );

  test("has only weights that Moodle takes, those of right options 100 % together", () => {
    for (const one of read) {
      if (!("choices" in one) || !Array.isArray(one.choices)) continue;
      const weights = one.choices.flatMap(({ weight }) => (weight === null ? [] : [weight]));
      expect(weights.filter((weight) => !fractions.includes(Math.abs(weight)))).toEqual([]);
      if (one.type !== "MC" || weights.length === 0) continue;
      const sum = weights.filter((weight) => weight > 0).reduce((all, weight) => all + weight, 0);
      expect([one.title, Math.round(sum * 1000) / 1000]).toEqual([one.title, 100]);
    }
  });

  test("has no name longer than Moodle's column for it", () => {
    const names = read.flatMap((one) =>
      one.type === "Matching" ? one.matchPairs.map(({ subanswer }) => decoded(subanswer)) : [],
    );
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => name.length > 255)).toEqual([]);
  });
});

test("a quiz's options stand as the quiz showed them", () => {
  const questions = askable.map(({ id: card }, seed) => ({ card, seed }));
  const asked = plannedQuestions({ questions }, [{ topic: "all", concepts: [], cards }]);
  const written = new Map(writtenQuestions(cards).map((one) => [one.card.id, one.display]));
  const shuffled = asked.filter(({ card, display }) => `${display}` !== `${written.get(card.id)}`);
  expect(shuffled.length).toBeGreaterThan(100);
  const read = parse(giftFile(topics, asked));
  for (const question of asked) {
    const back = read.find((one) => one.title === question.card.id);
    expect(back && asRead(back)).toEqual(asMeant(question));
  }
});

describe("whatever a card says", () => {
  const signs = ["~", "=", "#", "{", "}", ":", "\\", "`", "*", "%", "[", "]", "->", "//", "::"];
  const pieces = fc.constantFrom(
    ...signs,
    ...["####", "\\n", "[html]", "%50%", "<b>", "&amp;", "&lt;", "$CATEGORY:", " ", "\n", "a", "é"],
  );
  const nasty = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((some) => `x${some.join("")}`);
  const bare = nasty.map((one) => one.slice(1));
  // The gate lets no text through that shows nothing.
  const text = fc.oneof(nasty, bare).filter((one) => plainText(one).trim() !== "");
  const kinds = [...new Set(askable.map(({ kind }) => kind))];

  test.each(kinds)("a question of kind %s is read as it was meant", (kind) => {
    const skeletons = askable.filter((card) => card.kind === kind);
    const pick = fc.constantFrom(...skeletons);
    fc.assert(
      fc.property(pick, fc.array(text, { minLength: 40, maxLength: 40 }), (card, texts) => {
        const [question] = writtenQuestions([rewritten(card, texts)]);
        if (!question) throw new Error(`${card.id} is not written`);
        const [, back] = parse(giftFile(topics, [question]));
        expect(back && asRead(back)).toEqual(asMeant(question));
      }),
      { numRuns: 100 },
    );
  });
});

/** The card with other words in every place for words. */
function rewritten(card: Card, texts: readonly string[]): Card {
  let at = 0;
  const next = () => texts[at++ % texts.length] ?? "";
  const worded = /^(front|explain|text|why|left|right|label|before|after|answer|command|output)$/;
  const listed = /^(accept|bins|also|right)$/;
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return worded.test(key) ? next() : value;
    if (Array.isArray(value)) {
      return value.map((one) =>
        typeof one === "string" ? (listed.test(key) ? next() : one) : walk(one, ""),
      );
    }
    if (typeof value !== "object" || value === null || key === "drawing") return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(card, "") as Card;
}

function asRead(one: GIFTQuestion): Told {
  if (one.type === "Category" || one.type === "Description") throw new Error("It is no question");
  const { type, id, stem, globalFeedback } = one;
  return {
    type,
    id,
    stem: marked(stem),
    answers: answersOf(one),
    feedback: marked(globalFeedback),
  };
}

function answersOf(one: GIFTQuestion): unknown[] {
  switch (one.type) {
    case "MC":
      return one.choices.map(({ isCorrect, weight, text, feedback }) => [
        weight ?? (isCorrect ? 100 : 0),
        marked(text),
        marked(feedback),
      ]);
    case "Short":
      return one.choices.map(({ weight, text, feedback }) => [
        weight,
        text.text.replaceAll("\\*", "*"),
        marked(feedback),
      ]);
    case "Numerical":
      if (!Array.isArray(one.choices)) throw new Error(`${one.title} has a bare number`);
      return one.choices.map(({ weight, text, feedback }) => [
        weight,
        text.number,
        text.range,
        marked(feedback),
      ]);
    case "Matching":
      return one.matchPairs.map(({ subquestion, subanswer }) => [
        marked(subquestion),
        decoded(subanswer),
      ]);
    default:
      throw new Error(`Nothing of ours is of type ${one.type}`);
  }
}

/** gift-pegjs 1.0.2 leaves the right side of a pair with its own signs for what was escaped. */
function decoded(text: string): string {
  return text.replace(/&&0(58|35|61|92);|&&1(23|25|26);/g, (_, low?: string, high?: string) =>
    String.fromCharCode(Number(low ?? `1${high}`)),
  );
}

const marksOf: Record<string, Inline["mark"]> = { code: "code", em: "em" };

/** HTML back in the deck's own marks; what it stands in otherwise (p, pre, li) parts the words. */
function marked(html: TextFormat | null): Inline[] {
  if (!html) return [];
  expect(html.format).toBe("html");
  let mark: Inline["mark"] = "text";
  const spans = html.text.split(/(<[^>]*>)/).flatMap((piece): Inline[] => {
    const tag = /^<(\/?)(\w+)>$/.exec(piece);
    if (!tag) return [{ mark, text: entities(piece) }];
    const [, close, name = ""] = tag;
    if (name in marksOf) mark = close ? "text" : (marksOf[name] ?? "text");
    return name in marksOf ? [] : [{ mark: name === "br" ? mark : "text", text: "\n" }];
  });
  return tidy(spans);
}

const entities = (text: string) =>
  text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

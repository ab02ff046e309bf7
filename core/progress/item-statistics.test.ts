import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash } from "#core/content/compile/sample-content";
import type { Card } from "#core/content/types";
import type { Answer, OptionKind } from "#core/grading/types";
import { ratings } from "#core/log/types";
import { type AnsweredRow, countAnswered, itemStatistics, type Tallies } from "./item-statistics";

const parsed = parseDeck([sampleFile], sampleHash);
if (!parsed.ok) throw new Error("The sample has problems.");
const cards = new Map(parsed.deck.cards.map((card) => [card.id, card]));

function cardOf(id: string): Card {
  const card = cards.get(id);
  if (!card) throw new Error(`The sample has no card ${id}.`);
  return card;
}

type Some = Partial<Omit<AnsweredRow, "answer">> & { answer?: Answer };

/** A wrong answer to the present version of a card, rated again, unless told otherwise. */
function row(card: string, { answer = { kind: "recall" }, ...some }: Some = {}): AnsweredRow {
  return {
    card,
    cardVersion: cards.get(card)?.version ?? "old",
    overruled: false,
    rating: "again",
    duration: 4000,
    outcome: "wrong",
    ...some,
    answer: JSON.stringify(answer),
  };
}

const statisticsOf = (rows: readonly AnsweredRow[]) => {
  const tallies: Tallies = new Map();
  countAnswered(tallies, rows);
  return itemStatistics(tallies, cards);
};

const only = (rows: AnsweredRow[]) => {
  const [first, ...more] = statisticsOf(rows);
  if (!first || more.length > 0) throw new Error("Not one card.");
  return first;
};

const saidTo = (asked: OptionKind, said: (boolean | null)[]): Answer => {
  return { kind: "options", asked, said };
};

const answered = fc.record({
  card: fc.constantFrom("crane-choice", "gone"),
  cardVersion: fc.constantFrom(cardOf("crane-choice").version, "old", "older"),
  overruled: fc.boolean(),
  rating: fc.constantFrom(...ratings),
  duration: fc.nat(600_000),
  outcome: fc.constantFrom("correct", "partly", "wrong", "unreadable", null),
  answer: fc.constantFrom(
    '{"kind":"choice","option":1}',
    '{"kind":"choice","option":2}',
    '{"kind":"none","asked":"choice"}',
  ),
} as const);

describe("the statistics of a card", () => {
  it("are those of its reviews and nobody else's, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(answered), (rows) => {
        const statistics = statisticsOf(rows);
        const turned = statisticsOf([...rows].reverse());
        expect(new Set(turned)).toEqual(new Set(statistics));
        for (const { card, overall, present } of statistics) {
          const own = rows.filter((one) => one.card === card);
          expect(overall.seen).toBe(own.length);
          expect(overall.right + overall.gaveUp).toBeLessThanOrEqual(overall.seen);
          const { version = "" } = cards.get(card) ?? {};
          const current = own.filter((one) => one.cardVersion === version);
          expect(present?.seen ?? 0).toBe(current.length);
        }
      }),
    );
  });

  it("tell each wrong choice of the present version once", () => {
    fc.assert(
      fc.property(fc.array(answered), (rows) => {
        for (const { present } of statisticsOf(rows)) {
          if (!present) continue;
          const chosen = present.wrong.reduce((sum, { count }) => sum + count, 0);
          expect(chosen).toBe(present.seen - present.right - present.gaveUp);
        }
      }),
    );
  });

  it("hold a median that as many answers were faster than as were slower", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600_000), { minLength: 1 }), (durations) => {
        const { median } = only(durations.map((duration) => row("box-what", { duration }))).overall;
        const faster = durations.filter((one) => one < median).length;
        const slower = durations.filter((one) => one > median).length;
        expect(faster).toBeLessThanOrEqual(durations.length / 2);
        expect(slower).toBeLessThanOrEqual(durations.length / 2);
      }),
    );
    const of = (...durations: number[]) =>
      only(durations.map((duration) => row("box-what", { duration }))).overall.median;
    expect([of(7), of(1, 9), of(9, 1, 2), of(4, 100, 20, 6)]).toEqual([7, 5, 2, 13]);
  });

  it("go by the verdict, and by the rating only where there is none", () => {
    const { overall } = only([
      row("crane-run", { outcome: "correct", rating: "hard" }),
      row("crane-run", { outcome: "partly", rating: "good", overruled: true }),
      row("crane-run", { outcome: "wrong" }),
      row("crane-run", { outcome: "unreadable", rating: "good" }),
      row("crane-run", { outcome: null, rating: "easy" }),
      row("crane-run", { outcome: null }),
      row("crane-run", { answer: { kind: "none", asked: "command" } }),
    ]);
    expect(overall).toMatchObject({ seen: 7, right: 3, gaveUp: 1, overruled: 1 });
  });

  it("name no option of an earlier version, nor of a card that is gone", () => {
    const answer = { kind: "choice", option: 1 } as const;
    const { overall, present } = only([
      row("crane-choice", { answer, cardVersion: "old" }),
      row("crane-choice", { answer: { kind: "choice", option: 2 } }),
    ]);
    expect(overall.seen).toBe(2);
    expect(present).toMatchObject({ seen: 1, wrong: [{ text: "The sea", count: 1 }] });
    expect(only([row("crane-choice", { answer, cardVersion: "old" })]).present).toBeNull();
    expect(only([row("gone", { answer })]).present).toBeNull();
  });
});

describe("wrong answers", () => {
  it.each<[string, Answer, string[]]>([
    ["box-what", { kind: "recall" }, []],
    ["crane-parts", { kind: "list", said: [0] }, ["not said: cable"]],
    ["box-gap", { kind: "cloze", text: " Images. " }, ["images"]],
    ["box-gap", { kind: "cloze", text: " " }, ["(nothing)"]],
    ["crane-run", { kind: "command", text: "docker  RUN nginx" }, ["docker RUN nginx"]],
    ["crane-shown", { kind: "output", text: "three" }, ["three"]],
    ["crane-choice", { kind: "choice", option: 2 }, ["The sea"]],
    ["crane-choice", { kind: "choice", option: 9 }, []],
    ["crane-choice", { kind: "text", text: "The sea" }, []],
    ["crane-multi", { kind: "multi", options: [0, 2] }, ["chosen: water", "left out: rail"]],
    ["crane-choice", saidTo("choice", [null, false, true]), ["The sea"]],
    ["crane-choice", saidTo("choice", [false, false, null]), ["left out: The gear"]],
    ["crane-choice", saidTo("choice", [null, null, null]), []],
    ["crane-choice", saidTo("choice", [false, null, true]), []],
    ["crane-multi", saidTo("multi", [true, false, true]), ["chosen: water", "left out: rail"]],
    ["crane-multi", saidTo("multi", [true, null, true]), []],
    ["crane-order", { kind: "order", order: [1, 2, 0] }, ["out of place: hook on"]],
    ["box-match", { kind: "match", rights: [1, 0, 1] }, ["goods = outside", "number = inside"]],
    ["box-classify", { kind: "classify", bins: [1, 1, 0] }, ["barrel = new"]],
  ])("of %s: %j", (card, answer, texts) => {
    const wrong = only([row(card, { answer })]).present?.wrong;
    expect(wrong).toEqual(texts.map((text) => ({ text, count: 1 })));
  });

  it("that are compared alike count together, the most frequent first", () => {
    const typed = ["Boats", "images", "boats ", "a boat", '"boats"'];
    const rows = typed.map((text) => row("box-gap", { answer: { kind: "cloze", text } }));
    expect(only(rows).present?.wrong).toEqual([
      { text: "boats", count: 3 },
      { text: "boat", count: 1 },
      { text: "images", count: 1 },
    ]);
  });
});

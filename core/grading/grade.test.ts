import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DrawnCard } from "#core/content/draw-card";
import { sampleCard } from "#core/content/sample-card";
import { gradeAnswer } from "./grade";
import { isMachineGraded } from "./machine-card";
import { rightAnswer } from "./right-answer";
import type { Answer } from "./types";

const word = fc.stringMatching(/^[a-z]{1,12}$/);
/** Anything typed that is more than spaces and quotes. */
const phrase = fc
  .string({ minLength: 1, maxLength: 30 })
  .map((text) => `${text}x`)
  .filter((text) => text.length > 0);
const optionsOf = (rights: fc.Arbitrary<boolean[]>) =>
  rights.map((all) =>
    all.map((right, index) => ({ text: `option ${index}`, right, why: `w${index}` })),
  );

const typed = fc.record({
  accept: fc.array(phrase, { minLength: 1, maxLength: 3 }),
  exact: fc.boolean(),
});

const cards: fc.Arbitrary<DrawnCard> = fc.oneof(
  fc.constant<DrawnCard>({ ...sampleCard, kind: "recall", answer: "a" }),
  fc
    .array(fc.record({ text: word }), { minLength: 2, maxLength: 7 })
    .map((items): DrawnCard => ({ ...sampleCard, kind: "list", items })),
  typed.map(
    (one): DrawnCard => ({
      ...sampleCard,
      kind: "cloze",
      before: "",
      after: "",
      refuse: [],
      ...one,
    }),
  ),
  typed.map((one): DrawnCard => ({ ...sampleCard, kind: "text", refuse: [], ...one })),
  fc
    .record({
      value: fc.oneof(fc.integer(), fc.float({ min: -1e6, max: 1e6, noNaN: true })),
      tolerance: fc.nat(10),
    })
    .filter(({ value }) => !String(value).includes("e"))
    .map((number): DrawnCard => {
      return { ...sampleCard, kind: "text", accept: [], refuse: [], exact: false, number };
    }),
  fc.nat(3).chain((right) =>
    optionsOf(fc.constant([0, 1, 2, 3].map((index) => index === right))).map(
      (options): DrawnCard => {
        return { ...sampleCard, kind: "choice", options };
      },
    ),
  ),
  optionsOf(
    fc.array(fc.boolean(), { minLength: 3, maxLength: 7 }).filter((all) => new Set(all).size === 2),
  ).map((options): DrawnCard => ({ ...sampleCard, kind: "multi", options })),
  fc
    .array(fc.record({ text: word }), { minLength: 3, maxLength: 7 })
    .map((items): DrawnCard => ({ ...sampleCard, kind: "order", items })),
  fc
    .array(fc.record({ left: word, right: word }), { minLength: 3, maxLength: 6 })
    .map((pairs): DrawnCard => ({ ...sampleCard, kind: "match", pairs })),
  fc
    .array(fc.record({ text: word, bin: fc.nat(1), why: word }), { minLength: 3, maxLength: 8 })
    .map((items): DrawnCard => ({ ...sampleCard, kind: "classify", bins: ["then", "now"], items })),
  fc
    .record({
      places: fc.array(fc.record({ part: word, label: word }), { minLength: 2, maxLength: 6 }),
      extra: fc.array(fc.record({ text: word, why: word }), { maxLength: 3 }),
    })
    .map((asked): DrawnCard => {
      const drawing = { id: "d", title: "", slides: [], text: "", parts: [], lines: [] };
      return { ...sampleCard, kind: "diagram", drawing, ...asked };
    }),
);

const numbers = fc.array(fc.oneof(fc.integer({ min: -1, max: 8 }), fc.double()), { maxLength: 9 });
const places = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: -1, max: 8 })), {
  maxLength: 9,
});
/** Answers of each kind, fitting or not, and what only calls itself an answer. */
const rawAnswers: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      "choice",
      "multi",
      "order",
      "match",
      "classify",
      "text",
      "cloze",
      "list",
      "diagram",
    ),
    text: fc.oneof(fc.string(), fc.string({ unit: "binary", maxLength: 700 })),
    option: fc.oneof(fc.integer({ min: -1, max: 5 }), fc.double()),
    options: numbers,
    order: numbers,
    said: numbers,
    rights: places,
    bins: places,
    labels: places,
  }),
  fc.record(
    { kind: fc.constantFrom("choice", "multi", "order", "match"), options: fc.jsonValue() },
    { requiredKeys: ["kind"] },
  ),
  fc.record({
    kind: fc.constant("options"),
    asked: fc.constantFrom("choice", "multi", "output", "text", "command"),
    said: fc.oneof(
      fc.array(fc.constantFrom(true, false, null), { maxLength: 7 }),
      fc.array(fc.jsonValue(), { maxLength: 7 }),
    ),
  }),
  fc.jsonValue(),
  fc.anything(),
);

describe("gradeAnswer", () => {
  it("finds the right answer correct", () => {
    fc.assert(
      fc.property(cards, (card) => {
        const verdict = gradeAnswer(card, rightAnswer(card));
        expect(verdict?.outcome ?? "correct").toBe("correct");
      }),
      { numRuns: 500 },
    );
  });

  it("never throws, keeps credit in 0 to 1 and gives 1 to what is correct alone", () => {
    fc.assert(
      fc.property(cards, rawAnswers, (card, raw) => {
        const verdict = gradeAnswer(card, raw as Answer);
        if (!verdict) return card.kind === "recall";
        const { credit, outcome, reasons } = verdict;
        expect(credit >= 0 && credit <= 1).toBe(true);
        expect(outcome === "correct").toBe(credit === 1);
        if (outcome === "partly") expect(credit).toBeGreaterThan(0);
        if (outcome === "unreadable") expect(reasons).toHaveLength(1);
        return true;
      }),
      { numRuns: 3000 },
    );
  });

  it("says something of every part, in the card's order", () => {
    fc.assert(
      fc.property(cards, (card) => {
        const parts = gradeAnswer(card, rightAnswer(card))?.parts ?? [];
        expect(parts.map((part) => part.index)).toEqual(parts.map((_, index) => index));
        expect(parts.every((part) => part.right)).toBe(true);
      }),
    );
  });

  it("finds a learner who asks for the answer wrong, and explains every part", () => {
    fc.assert(
      fc.property(cards, (card) => {
        const verdict = gradeAnswer(card, { kind: "none", asked: card.kind });
        if (!verdict) return card.kind === "recall";
        const full = gradeAnswer(card, rightAnswer(card))?.parts ?? [];
        expect(verdict).toMatchObject({ outcome: "wrong", credit: 0, reasons: [] });
        expect(verdict.parts).toEqual(full.map((part) => ({ ...part, right: false })));
        return true;
      }),
    );
  });

  it("finds an answer of another kind unreadable", () => {
    fc.assert(
      fc.property(cards, cards, (card, other) => {
        fc.pre(card.kind !== other.kind && card.kind !== "recall");
        expect(gradeAnswer(card, rightAnswer(other))?.outcome).toBe("unreadable");
      }),
    );
  });
});

describe("kinds", () => {
  it("knows who grades", () => {
    expect(isMachineGraded("recall")).toBe(false);
    expect(isMachineGraded("list")).toBe(false);
    expect(isMachineGraded("order")).toBe(true);
  });
});

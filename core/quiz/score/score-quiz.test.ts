import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCard } from "#core/content/sample-card";
import type { DeckIndex, MultiCard } from "#core/content/types";
import { type QuizAnswer, scoreQuiz } from "./score-quiz";

const topic = (id: string) => ({
  id,
  title: id,
  short: id,
  section: "docker" as const,
  slides: [1, 2] as [number, number],
  summary: "",
});
const index: DeckIndex = {
  version: "d1",
  topics: [topic("lxc"), topic("swarm")],
  concepts: [],
  cards: ["a", "b", "c", "d"].map((id, place) => ({
    id,
    kind: "choice",
    topic: place < 3 ? "lxc" : "swarm",
    concept: id,
    version: "v1",
  })),
  parts: {},
};

const answer = (card: string, other: Partial<QuizAnswer> = {}): QuizAnswer => ({
  card,
  cardVersion: "v1",
  answer: { kind: "choice", option: 0 },
  verdict: "correct",
  overruled: false,
  duration: 1000,
  ...other,
});
const planOf = (...cards: string[]) => ({
  topics: ["lxc", "swarm"],
  questions: cards.map((card, seed) => ({ card, seed })),
});

const answers = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "retired")).chain((cards) =>
  fc
    .tuple(
      ...cards.map((card) =>
        fc.option(
          fc
            .record({
              verdict: fc.constantFrom("correct" as const, "partly" as const, "wrong" as const),
              overruled: fc.boolean(),
              duration: fc.nat(60_000),
            })
            .map((other) => answer(card, other)),
        ),
      ),
    )
    .map((given) => ({ plan: planOf(...cards), answers: given })),
);

describe("scoreQuiz", () => {
  it("adds up: the topics make the whole, and right <= credit <= answered <= asked", () => {
    fc.assert(
      fc.property(answers, (taken) => {
        const score = scoreQuiz({ ...taken, index });
        for (const key of ["asked", "answered", "right", "credit"] as const) {
          const sum = score.byTopic.reduce((total, row) => total + row[key], 0);
          expect(sum).toBeCloseTo(score[key]);
        }
        expect(score.right).toBeLessThanOrEqual(score.credit);
        expect(score.credit).toBeLessThanOrEqual(score.answered);
        expect(score.answered).toBeLessThanOrEqual(score.asked);
        expect(score.missed).toHaveLength(score.answered - score.right);
      }),
    );
  });

  it("counts what was overruled as right, and keeps the deck's order of topics", () => {
    const score = scoreQuiz({
      plan: planOf("d", "a", "gone", "b"),
      answers: [
        answer("d", { verdict: "wrong" }),
        answer("a", { verdict: "wrong", overruled: true }),
        answer("gone"),
        null,
      ],
      index,
    });
    expect(score).toEqual({
      asked: 4,
      answered: 3,
      right: 2,
      credit: 2,
      byTopic: [
        { topic: "lxc", asked: 2, answered: 1, right: 1, credit: 1 },
        { topic: "swarm", asked: 1, answered: 1, right: 0, credit: 0 },
        { topic: null, asked: 1, answered: 1, right: 1, credit: 1 },
      ],
      missed: ["d"],
      duration: 3000,
    });
  });

  it("takes the share of a partly right answer from the card, if it is still the same", () => {
    const card: MultiCard = {
      ...sampleCard,
      ...{ id: "a", concept: "a", topic: "lxc" },
      kind: "multi",
      options: [true, true, true, false].map((right) => ({ text: "", right, why: "" })),
    };
    const partly = answer("a", { verdict: "partly", answer: { kind: "multi", options: [0] } });
    const credit = (version: string) =>
      scoreQuiz({
        plan: planOf("a"),
        answers: [partly],
        index,
        cards: new Map([["a", { ...card, version }]]),
      }).credit;
    expect(credit("v1")).toBeCloseTo(1 / 3);
    expect(credit("v2")).toBe(0.5);
  });
});

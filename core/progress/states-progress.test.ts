import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeckIndex } from "#core/content/types";
import type { CardState, ScheduledState } from "#core/scheduling/types";
import { forecast } from "./forecast";
import { recallByTopic, recallOfCards } from "./recall-by-topic";

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
  topics: ["lxc", "swarm", "empty"].map(topic),
  concepts: [],
  cards: [..."abcdefgh"].map((id, place) => ({
    id,
    kind: "choice",
    topic: place < 5 ? "lxc" : "swarm",
    concept: id,
    version: "v1",
  })),
  parts: {},
};

const scheduled = (state: Partial<ScheduledState>): ScheduledState => ({
  phase: "review",
  stability: 10,
  difficulty: 5,
  due: 0,
  dueDay: 100,
  step: 0,
  reps: 1,
  lapses: 0,
  lastReview: 0,
  lastDay: 90,
  utcOffset: 0,
  missed: false,
  folded: 1,
  ...state,
});
const unseen: CardState = { phase: "new", missed: true, folded: 1 };

const state: fc.Arbitrary<CardState> = fc.oneof(
  fc.constant(unseen),
  fc
    .record({
      phase: fc.constantFrom("learning" as const, "review" as const, "relearning" as const),
      stability: fc.double({ min: 0.1, max: 1000, noNaN: true }),
      lastDay: fc.integer({ min: 0, max: 100 }),
      dueDay: fc.integer({ min: 0, max: 200 }),
    })
    .map(scheduled),
);
/** Of cards in the deck and of retired ones. */
const states = fc
  .dictionary(fc.constantFrom(..."abcdefghxyz"), state)
  .map((rows) => new Map(Object.entries(rows)));
const today = 100;

describe("recallByTopic", () => {
  it("adds up: the topics make the whole, every card stands once, no mean leaves 0 to 1", () => {
    fc.assert(
      fc.property(states, (known) => {
        const talk = recallByTopic(index, known, { studyDay: today });
        const sum = (of: (row: (typeof talk.topics)[number]) => number) =>
          talk.topics.reduce((total, row) => total + of(row), 0);
        expect(sum((row) => row.cards)).toBe(talk.cards);
        expect(sum((row) => row.studied)).toBe(talk.studied);
        expect(sum((row) => row.recall * row.cards)).toBeCloseTo(talk.recall * talk.cards);
        expect(talk.topics.flatMap((row) => row.values.map((value) => value.card))).toEqual(
          index.cards.map((card) => card.id),
        );
        for (const { recall, studied, cards } of [talk, ...talk.topics]) {
          expect(recall).toBeGreaterThanOrEqual(0);
          expect(recall * cards).toBeLessThanOrEqual(studied + 1e-9);
        }
      }),
    );
  });

  it("agrees with the recall of the same cards by their ids", () => {
    fc.assert(
      fc.property(states, (known) => {
        const at = { studyDay: today };
        for (const { values, cards, studied, recall } of recallByTopic(index, known, at).topics) {
          const ids = values.map(({ card }) => card);
          expect(recallOfCards(ids, known, at)).toEqual({ cards, studied, recall });
        }
      }),
    );
  });

  it("never rises from one day to the next without study", () => {
    fc.assert(
      fc.property(states, fc.nat(50), (known, ahead) => {
        const now = recallByTopic(index, known, { studyDay: today + ahead });
        const later = recallByTopic(index, known, { studyDay: today + ahead + 1 });
        expect(later.recall).toBeLessThanOrEqual(now.recall);
      }),
    );
  });

  it("counts a card never studied as 0", () => {
    const known = new Map<string, CardState>([
      ["a", scheduled({ stability: 10, lastDay: 90 })],
      ["b", unseen],
    ]);
    const talk = recallByTopic(index, known, { studyDay: today });
    expect(talk.topics[0]).toMatchObject({ topic: "lxc", cards: 5, studied: 1 });
    expect(talk.topics[0]?.recall).toBeCloseTo(0.9 / 5);
    expect(talk.topics[0]?.values.slice(0, 2)).toEqual([
      { card: "a", recall: expect.closeTo(0.9) },
      { card: "b", recall: null },
    ]);
    expect(talk.topics[2]).toEqual({ topic: "empty", cards: 0, studied: 0, recall: 0, values: [] });
  });
});

describe("forecast", () => {
  it("counts every scheduled card of the deck once", () => {
    fc.assert(
      fc.property(states, fc.integer({ min: 1, max: 60 }), (known, days) => {
        const ahead = forecast({ index, states: known, today, days });
        const due = ahead.days.reduce((sum, day) => sum + day.due, 0);
        const inDeck = index.cards.filter(({ id }) => (known.get(id)?.phase ?? "new") !== "new");
        expect(due + ahead.later).toBe(inDeck.length);
        expect(ahead.overdue).toBeLessThanOrEqual(ahead.days[0]?.due ?? 0);
        expect(ahead.days.map((day) => day.studyDay)).toEqual(
          Array.from({ length: days }, (_, past) => today + past),
        );
      }),
    );
  });

  it.each([
    { dueDay: 3, at: 0, overdue: 1 },
    { dueDay: 99, at: 0, overdue: 1 },
    { dueDay: 100, at: 0, overdue: 0 },
    { dueDay: 101, at: 1, overdue: 0 },
    { dueDay: 129, at: 29, overdue: 0 },
    { dueDay: 130, at: -1, overdue: 0 },
  ])("puts a card due on day $dueDay at place $at", ({ dueDay, at, overdue }) => {
    const known = new Map([["a", scheduled({ dueDay })]]);
    const ahead = forecast({ index, states: known, today });
    expect(ahead.days).toHaveLength(30);
    expect(ahead.days.findIndex((day) => day.due > 0)).toBe(at);
    expect(ahead.overdue).toBe(overdue);
    expect(ahead.later).toBe(at < 0 ? 1 : 0);
  });
});

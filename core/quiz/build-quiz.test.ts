import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardKinds, type DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import { buildQuiz, retakeQuiz } from "./build-quiz";

const topicIds = ["history", "lxc", "commands", "swarm"];

const index: fc.Arbitrary<DeckIndex> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...cardKinds),
      topic: fc.constantFrom(...topicIds),
      concept: fc.nat(4),
    }),
    { maxLength: 60 },
  )
  .map((cards) => ({
    version: "d1",
    topics: topicIds.map((id) => ({
      id,
      title: id,
      short: id,
      section: "docker",
      slides: [1, 2],
      summary: "",
    })),
    concepts: [],
    cards: cards.map(({ kind, topic, concept }, place) => ({
      id: `card-${place}`,
      kind,
      topic,
      concept: `${topic}-${concept}`,
      version: "v1",
    })),
    parts: {},
  }));

const wish = fc.record({
  index,
  topics: fc.subarray(topicIds),
  length: fc.nat(40),
  seed: fc.nat(2 ** 32 - 1),
});

const askable = ({ index: deck, topics }: { index: DeckIndex; topics: readonly string[] }) =>
  deck.cards.filter((card) => topics.includes(card.topic) && isMachineGraded(card.kind));

describe("buildQuiz", () => {
  it("gives the same plan for the same wish, whatever the order of its topics", () => {
    fc.assert(
      fc.property(wish, (one) => {
        expect(buildQuiz({ ...one, topics: one.topics.toReversed() })).toEqual(buildQuiz(one));
      }),
    );
  });

  it("asks each card once, machine-graded ones of the chosen topics, as many as there are", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const plan = buildQuiz(one);
        const cards = plan.questions.map((question) => question.card);
        const allowed = askable(one).map((card) => card.id);
        expect(new Set(cards).size).toBe(cards.length);
        expect(allowed).toEqual(expect.arrayContaining(cards));
        expect(cards).toHaveLength(Math.min(one.length, allowed.length));
        expect(plan.topics).toEqual(one.topics);
      }),
    );
  });

  it("asks no second question on a concept while another has none", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const conceptOf = new Map(one.index.cards.map((card) => [card.id, card.concept]));
        const asked = buildQuiz(one).questions.map(({ card }) => conceptOf.get(card));
        const concepts = new Set(askable(one).map((card) => card.concept));
        const different = Math.min(asked.length, concepts.size);
        // Nor in the order they are asked: the first ones are all on different concepts.
        expect(new Set(asked.slice(0, different)).size).toBe(different);
      }),
    );
  });

  it("asks of every topic before any topic a second time, if the length allows", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const topicOf = new Map(one.index.cards.map((card) => [card.id, card.topic]));
        const plan = buildQuiz(one);
        const asked = new Set(plan.questions.map(({ card }) => topicOf.get(card)));
        const topics = new Set(askable(one).map((card) => card.topic));
        expect(asked.size).toBe(Math.min(one.length, topics.size));
      }),
    );
  });

  it("gives each question a seed of its own", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const seeds = buildQuiz(one).questions.map((question) => question.seed);
        expect(new Set(seeds).size).toBe(seeds.length);
        expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0)).toBe(true);
      }),
    );
  });

  it("shares the questions out by the number of concepts", () => {
    const cards = [...Array(40).keys()].map((place) => ({
      id: `card-${place}`,
      kind: "choice" as const,
      topic: place < 30 ? "commands" : "lxc",
      concept: `concept-${place}`,
      version: "v1",
    }));
    const [deck] = fc.sample(index, 1);
    if (!deck) throw new Error("no deck");
    const topics = ["commands", "lxc"];
    const plan = buildQuiz({ index: { ...deck, cards }, topics, length: 8, seed: 7 });
    const commands = plan.questions.filter(({ card }) => Number(card.slice(5)) < 30);
    expect(commands).toHaveLength(6);
  });
});

describe("retakeQuiz", () => {
  it("asks exactly the wanted questions of the quiz, shuffled anew", () => {
    fc.assert(
      fc.property(wish, fc.nat(), (one, seed) => {
        const plan = buildQuiz(one);
        const missed = plan.questions.filter((_, place) => place % 2 === 0).map((q) => q.card);
        const again = retakeQuiz(plan, [...missed, "gone"], seed);
        expect(again.questions.map((question) => question.card).toSorted()).toEqual(
          missed.toSorted(),
        );
        expect(again).toEqual(retakeQuiz(plan, missed, seed));
      }),
    );
  });
});

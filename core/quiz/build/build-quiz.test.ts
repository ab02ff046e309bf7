import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardKinds, type DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import { quizStyles } from "#core/log/types";
import { retrievability } from "#core/scheduling/fsrs";
import { knownState, madeNow } from "#core/scheduling/made-queue";
import type { CardState } from "#core/scheduling/types";
import { askableCards, buildQuiz, type QuizWish, retakeQuiz } from "./build-quiz";

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

/** Of some cards of the deck, how firmly each is known. */
const known = fc.array(
  fc.record({ card: fc.nat(59), stability: fc.integer({ min: 1, max: 400 }) }),
);
const wish: fc.Arbitrary<QuizWish> = fc.record({
  index,
  matter: fc.oneof(
    fc.record({ by: fc.constant("topics" as const), topics: fc.subarray(topicIds) }),
    fc.record({
      by: fc.constant("concepts" as const),
      concepts: fc.subarray(topicIds.flatMap((topic) => [0, 1, 2].map((n) => `${topic}-${n}`))),
    }),
    fc.record({ by: fc.constant("weakest" as const), at: fc.constant(madeNow) }),
  ),
  style: fc.constantFrom(...quizStyles),
  length: fc.nat(40),
  seed: fc.nat(2 ** 32 - 1),
  states: known.map(
    (rows): ReadonlyMap<string, CardState> =>
      new Map(rows.map(({ card, stability }) => [`card-${card}`, knownState({ stability })])),
  ),
  asksConfidence: fc.boolean(),
  extraTime: fc.constantFrom(0, 25, 50, 100),
});
const byTopics = wish.map((one): QuizWish & { matter: { by: "topics"; topics: string[] } } => ({
  ...one,
  style: "practice",
  matter: { by: "topics", topics: one.matter.by === "topics" ? [...one.matter.topics] : topicIds },
}));

describe("buildQuiz", () => {
  it("gives the same plan for the same wish, whatever the order of its topics", () => {
    fc.assert(
      fc.property(byTopics, (one) => {
        const { topics } = one.matter;
        const turned: QuizWish = { ...one, matter: { by: "topics", topics: topics.toReversed() } };
        expect(buildQuiz(turned)).toEqual(buildQuiz(one));
        expect(buildQuiz(one).topics).toEqual(topics);
      }),
    );
  });

  it("asks each card once, of those that can be asked, as many as there are", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const cards = buildQuiz(one).questions.map((question) => question.card);
        const allowed = askableCards(one).map((card) => card.id);
        expect(new Set(cards).size).toBe(cards.length);
        expect(allowed).toEqual(expect.arrayContaining(cards));
        expect(cards).toHaveLength(Math.min(one.length, allowed.length));
      }),
    );
  });

  it("asks only what its style and its matter allow", () => {
    fc.assert(
      fc.property(wish, (one) => {
        for (const { id, kind, topic, concept } of askableCards(one)) {
          const { matter } = one;
          expect(isMachineGraded(kind)).toBe(true);
          if (one.style === "options") expect(["choice", "multi"]).toContain(kind);
          if (one.style === "placement") expect(one.states.has(id)).toBe(false);
          if (matter.by === "topics") expect(matter.topics).toContain(topic);
          if (matter.by === "concepts") expect(matter.concepts).toContain(concept);
          if (matter.by === "weakest") expect(one.states.has(id)).toBe(true);
        }
      }),
    );
  });

  it("asks no second question on a concept while another has none, and hard ones later", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const conceptOf = new Map(one.index.cards.map((card) => [card.id, card.concept]));
        const { questions } = buildQuiz(one);
        const asked = questions.map(({ card }) => conceptOf.get(card));
        const concepts = new Set(askableCards(one).map((card) => card.concept));
        const different = Math.min(asked.length, concepts.size);
        // Nor in the order they are asked: the first ones are all on different concepts.
        expect(new Set(asked.slice(0, different)).size).toBe(different);
        for (const [place, { round = 0, level = 0 }] of questions.entries()) {
          const next = questions[place + 1];
          if (next?.round === round) expect(next.level).toBeGreaterThanOrEqual(level);
          else if (next) expect(next.round).toBeGreaterThan(round);
        }
      }),
    );
  });

  it("asks of every topic before any topic a second time, if the length allows", () => {
    fc.assert(
      fc.property(byTopics, (one) => {
        const topicOf = new Map(one.index.cards.map((card) => [card.id, card.topic]));
        const asked = new Set(buildQuiz(one).questions.map(({ card }) => topicOf.get(card)));
        const topics = new Set(askableCards(one).map((card) => card.topic));
        expect(asked.size).toBe(Math.min(one.length, topics.size));
      }),
    );
  });

  it("takes the weakest: of the first cards of their concepts, none left out is weaker", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const weakest: QuizWish = { ...one, matter: { by: "weakest", at: madeNow } };
        const { questions } = buildQuiz(weakest);
        const recall = (card: string) =>
          retrievability(one.states.get(card) ?? knownState(), madeNow) ?? 1;
        const first = questions.filter(({ round }) => round === 0).map(({ card }) => recall(card));
        const asked = new Set(questions.map(({ card }) => card));
        const concepts = new Set(
          one.index.cards.filter(({ id }) => asked.has(id)).map(({ concept }) => concept),
        );
        for (const { id, concept } of askableCards(weakest)) {
          if (!concepts.has(concept))
            expect(recall(id)).toBeGreaterThanOrEqual(Math.max(...first, 0));
        }
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

  it("times an exam by its questions and the learner's extra time, and nothing else", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const limit = buildQuiz({ ...one, style: "exam", extraTime: 0 }).limit ?? 0;
        expect(limit % 60_000).toBe(0);
        const more = buildQuiz({ ...one, style: "exam", extraTime: 50 }).limit ?? 0;
        expect(more).toBeGreaterThanOrEqual(limit);
        expect(more).toBeLessThanOrEqual(Math.max(60_000, limit * 1.5 + 60_000));
        expect(buildQuiz({ ...one, style: "practice" }).limit).toBeUndefined();
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
    const [one] = fc.sample(byTopics, 1);
    if (!one) throw new Error("no wish");
    const matter = { by: "topics", topics: ["commands", "lxc"] } as const;
    const plan = buildQuiz({ ...one, index: { ...one.index, cards }, matter, length: 8, seed: 7 });
    const commands = plan.questions.filter(({ card }) => Number(card.slice(5)) < 30);
    expect(commands).toHaveLength(6);
  });
});

describe("retakeQuiz", () => {
  it("asks exactly the wanted questions of the quiz, as they were asked", () => {
    fc.assert(
      fc.property(wish, (one) => {
        const plan = buildQuiz(one);
        const missed = plan.questions.filter((_, place) => place % 2 === 0);
        const again = retakeQuiz(plan, [...missed.map(({ card }) => card), "gone"]);
        expect(again.questions).toEqual(missed);
        expect(
          retakeQuiz(
            plan,
            plan.questions.map(({ card }) => card),
          ),
        ).toEqual(plan);
      }),
    );
  });

  it("gives a part of an exam its part of the time, in whole minutes", () => {
    const questions = ["a", "b", "c", "d"].map((card, seed) => ({ card, seed }));
    const plan = { topics: [], questions, style: "exam" as const, limit: 600_000 };
    expect(retakeQuiz(plan, ["b"]).limit).toBe(180_000);
  });
});

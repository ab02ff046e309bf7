import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardKind, cardKinds, type DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { QuizPlan } from "#core/log/types";
import { buildQuiz, question, retakeQuiz } from "#core/quiz/build/build-quiz";
import { timeAllowed } from "#core/quiz/build/time-allowed";
import { readShare, shareIn } from "./read-share";
import { sharedOf, shareHash } from "./share-link";
import { mostShared, planOf, sharedStyles } from "./shared-quiz";

const uint32 = fc.nat(2 ** 32 - 1);
const topicIds = ["history", "lxc", "commands"];
const topic = { short: "", section: "docker", slides: [1, 2], summary: "" } as const;

function deckOf(kinds: readonly CardKind[]): DeckIndex {
  return {
    version: "d1",
    topics: topicIds.map((id) => ({ id, title: id, ...topic, slides: [1, 2] })),
    concepts: [],
    cards: kinds.map((kind, place) => ({
      id: `card-${place}`,
      kind,
      topic: topicIds[place % 3] ?? "",
      concept: `concept-${place}`,
      version: "v1",
    })),
    parts: {},
  };
}

const deck = fc.array(fc.constantFrom(...cardKinds), { minLength: 6, maxLength: 50 }).map(deckOf);

const built = fc
  .record({
    index: deck,
    style: fc.constantFrom(...sharedStyles),
    seed: uint32,
    length: fc.nat(40),
    asksConfidence: fc.boolean(),
    extraTime: fc.constantFrom(0, 50),
  })
  .map((wish) => {
    const matter = { by: "topics", topics: topicIds } as const;
    return { index: wish.index, plan: buildQuiz({ ...wish, matter, states: new Map() }) };
  })
  .filter(({ plan }) => plan.questions.length > 0);

/** The plan that a taker gets by the link to a quiz. */
function taken(plan: QuizPlan, index: DeckIndex, extraTime = 0) {
  const quiz = sharedOf(plan, index);
  const read = quiz && readShare(shareIn(shareHash(quiz)) ?? "");
  if (!read?.ok) throw new Error("It cannot be shared");
  return planOf(read.shared, index, extraTime);
}

describe("taking a shared quiz", () => {
  it("asks the very same questions, in the same form and order", () => {
    fc.assert(
      fc.property(built, ({ index, plan }) => {
        const { plan: other, gone } = taken(plan, index);
        expect(gone).toEqual([]);
        expect(other.questions).toEqual(plan.questions);
        const { style, seed, asksConfidence } = plan;
        expect(other).toMatchObject({ style, seed, asksConfidence });
      }),
    );
  });

  it("asks what a retake of it asked, too", () => {
    fc.assert(
      fc.property(built, fc.nat(), ({ index, plan }, pick) => {
        const cards = plan.questions.map(({ card }) => card).filter((_, at) => at % 3 === pick % 3);
        fc.pre(cards.length > 0);
        const retake = retakeQuiz(plan, cards);
        expect(taken(retake, index).plan.questions).toEqual(retake.questions);
      }),
    );
  });

  it("gives each taker their own extra time and none of the sharer's", () => {
    fc.assert(
      fc.property(built, fc.constantFrom(0, 25, 100), ({ index, plan }, extra) => {
        const kinds = new Map(index.cards.map(({ id, kind }) => [id, kind]));
        const asked = plan.questions.flatMap(({ card }) => kinds.get(card) ?? []);
        const { limit } = taken(plan, index, extra).plan;
        const minutes = Math.ceil((timeAllowed(asked, 0) / 60_000) * (1 + extra / 100));
        expect(limit).toBe(plan.style === "exam" ? minutes * 60_000 : undefined);
      }),
    );
  });

  it("names what the deck has lost and asks the rest as before", () => {
    fc.assert(
      fc.property(built, fc.nat(), ({ index, plan }, pick) => {
        const lost = plan.questions.map(({ card }) => card).filter((_, at) => at % 2 === pick % 2);
        const smaller = { ...index, cards: index.cards.filter(({ id }) => !lost.includes(id)) };
        const quiz = sharedOf(plan, index);
        if (!quiz) throw new Error("It can be shared");
        const { plan: rest, gone } = planOf(quiz, smaller, 0);
        expect(gone).toEqual(lost);
        expect(rest.questions).toEqual(plan.questions.filter(({ card }) => !lost.includes(card)));
        const topics = smaller.cards
          .filter(({ id }) => rest.questions.some(({ card }) => card === id))
          .map((card) => card.topic);
        expect(rest.topics).toEqual(topicIds.filter((id) => topics.includes(id)));
      }),
    );
  });

  it("never asks what has become a card that no machine grades", () => {
    const index = deckOf(["choice", "multi", "text"]);
    const plan: QuizPlan = { topics: [], questions: [question("card-0", 7)], seed: 7 };
    const now = deckOf(["recall", "multi", "text"]);
    expect(isMachineGraded("recall")).toBe(false);
    const quiz = sharedOf(plan, index);
    expect(quiz && planOf(quiz, now, 0).gone).toEqual(["card-0"]);
  });
});

describe("sharing", () => {
  const index = deckOf(["choice", "multi", "text"]);
  const plan: QuizPlan = { topics: ["lxc"], questions: [question("card-0", 7)], seed: 7 };

  it("is for a quiz of an earlier version, too", () => {
    const { seed: _, ...older } = plan;
    const other = taken({ ...older, questions: [{ card: "card-0", seed: 1 }] }, index).plan;
    expect(other.questions).toEqual([{ card: "card-0", seed: 1, level: 0, round: 0 }]);
    expect(other.style).toBe("practice");
  });

  it("is not for a placement, nor for a quiz of nothing or of too much", () => {
    expect(sharedOf({ ...plan, style: "placement" }, index)).toBeNull();
    expect(sharedOf({ ...plan, questions: [] }, index)).toBeNull();
    const cards = Array.from({ length: mostShared + 1 }, (_, at) => question(`card-${at}`, 7));
    expect(sharedOf({ ...plan, questions: cards }, index)).toBeNull();
    expect(sharedOf({ ...plan, seed: -1 }, index)).toBeNull();
  });
});

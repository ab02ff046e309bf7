import { describe, expect, it } from "vitest";
import { drawnFile, sampleDiagram, sampleFile } from "#core/content/compile/sample-content";
import type { Answer } from "#core/grading/types";
import type { Review } from "#core/log/types";
import { compileCatalog } from "#server/base/catalog";
import { regrade } from "./regrade";

const { cards, deck } = compileCatalog([sampleFile]);

function review(card: string, some: Partial<Review>): Review {
  return {
    type: "review",
    id: "r",
    device: "d",
    sequence: 1,
    at: 0,
    card,
    cardVersion: cards.get(card)?.version ?? "",
    deckVersion: deck.version,
    mode: "study",
    quiz: null,
    studyDay: 0,
    utcOffset: 0,
    answer: { kind: "recall" },
    seed: 0,
    verdict: null,
    overruled: false,
    confidence: null,
    rating: "good",
    duration: 0,
    ...some,
  };
}

const judge = (one: Review) => regrade(one, cards.get(one.card));

describe("regrade", () => {
  it.each([
    ["easy", 0, "correct", "easy"],
    ["again", 0, "correct", "again"],
    ["easy", 1, "wrong", "again"],
    ["again", 1, "wrong", "again"],
    ["good", 9, "unreadable", "again"],
  ] as const)("takes %s for option %i as %s, %s", (rating, option, verdict, counts) => {
    const given = review("crane-choice", { answer: { kind: "choice", option }, rating });
    expect(judge({ ...given, verdict: "correct" })).toEqual({
      graded: "graded",
      verdict,
      rating: counts,
      topic: "harbour",
    });
  });

  it.each([
    ["placement", 3, "easy"],
    ["placement", 2, "easy"],
    ["placement", null, "easy"],
    ["placement", 1, "good"],
    ["study", null, "easy"],
  ] as const)(
    "in mode %s with confidence %s a right answer rated easy is %s",
    (mode, confidence, counts) => {
      const answer = { kind: "choice", option: 0 } as const;
      const given = review("crane-choice", { answer, rating: "easy", mode, confidence });
      expect(judge(given).rating).toBe(counts);
    },
  );

  it("takes a typed answer that the learner insisted on for good, and no other kind's", () => {
    const insisted = { overruled: true, rating: "easy", verdict: "wrong" } as const;
    const typed = review("box-gap", { ...insisted, answer: { kind: "cloze", text: "images" } });
    expect(judge(typed)).toMatchObject({ verdict: "wrong", rating: "good" });
    const chosen = review("crane-choice", { ...insisted, answer: { kind: "choice", option: 1 } });
    expect(judge(chosen)).toMatchObject({ verdict: "wrong", rating: "again" });
  });

  it("judges a drawing's labels, too", () => {
    const drawn = compileCatalog([drawnFile, sampleDiagram]);
    const card = drawn.cards.get("crane-drawn");
    const given = (labels: number[]) =>
      regrade(
        review("crane-drawn", {
          answer: { kind: "diagram", labels },
          cardVersion: card?.version ?? "",
        }),
        card,
      );
    expect(given([0, 1])).toMatchObject({ graded: "graded", verdict: "correct", rating: "good" });
    expect(given([0, 2])).toMatchObject({ verdict: "partly", rating: "again" });
    expect(given([0])).toMatchObject({ verdict: "unreadable", rating: "again" });
  });

  it.each([
    [[true, null, null], "correct", "easy"],
    [[true, false, false], "correct", "easy"],
    [[false, null, false], "wrong", "again"],
    [[null, true, null], "wrong", "again"],
    [[null, null, false], "unreadable", "again"],
  ] as const)("judges what was said to options one by one: %j is %s", (said, verdict, rating) => {
    const answer: Answer = { kind: "options", asked: "choice", said: [...said] };
    const given = review("crane-choice", { answer, rating: "easy", verdict: "correct" });
    expect(judge(given)).toMatchObject({ graded: "graded", verdict, rating });
    if (verdict === "correct") return;
    expect(judge({ ...given, overruled: true })).toMatchObject({ verdict, rating: "again" });
  });

  it("takes an answer that was asked for as wrong", () => {
    const none = review("crane-choice", { answer: { kind: "none", asked: "choice" } });
    expect(judge(none)).toMatchObject({ verdict: "wrong", rating: "again" });
  });

  it("takes an answer to another kind of card as none at all", () => {
    const odd = review("crane-choice", { answer: { kind: "cloze", text: "The gear" } });
    expect(judge(odd)).toMatchObject({ verdict: "unreadable", rating: "again" });
    const insisted = { ...odd, overruled: true };
    expect(judge(insisted)).toMatchObject({ verdict: "unreadable", rating: "again" });
  });

  it("lets the learner rate a typed answer that could not be read", () => {
    const empty = review("box-gap", { answer: { kind: "cloze", text: "" }, rating: "hard" });
    expect(judge(empty)).toMatchObject({ verdict: "unreadable", rating: "hard" });
  });

  it("leaves to the learner what only the learner can judge", () => {
    const recalled = review("box-what", { rating: "hard" });
    expect(judge(recalled)).toMatchObject({ graded: "self", verdict: null, rating: "hard" });
    const listed = review("crane-parts", { answer: { kind: "list", said: [0] }, rating: "hard" });
    expect(judge(listed)).toMatchObject({ graded: "self", verdict: "partly", rating: "hard" });
  });

  it("keeps the device's word on a card that it has not, or not any more", () => {
    const option = { kind: "choice", option: 1 } as const;
    const old = review("crane-choice", { cardVersion: "old", answer: option, rating: "easy" });
    const kept = { graded: "ungraded", verdict: null, rating: "easy" };
    expect(judge(old)).toEqual({ ...kept, topic: "harbour" });
    expect(judge(review("gone", { answer: option, rating: "easy" }))).toEqual({
      ...kept,
      topic: "",
    });
  });
});

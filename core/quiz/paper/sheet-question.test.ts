import { describe, expect, it } from "vitest";
import { parseDeck } from "#core/content/compile/parse-deck";
import { sampleFile, sampleHash, sampleLesson } from "#core/content/compile/sample-content";
import { displayOrder } from "#core/session/display-order";
import { askedFirst, plannedQuestions, writtenQuestions } from "./sheet-question";

const parsed = parseDeck([sampleFile, sampleLesson], sampleHash);
const cards = parsed.ok ? parsed.deck.cards : [];
const parts = [{ topic: "harbour", concepts: [], cards }];
const ids = (kinds: string[]) =>
  cards.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);

describe("questions that leave the app", () => {
  it("are those that a machine grades", () => {
    const written = writtenQuestions(cards).map(({ card }) => card.id);
    expect(written.length).toBeGreaterThan(5);
    expect([...written, ...ids(["recall", "list"])].sort()).toEqual(
      cards.map(({ id }) => id).sort(),
    );
  });

  it("have their options as the author wrote them", () => {
    for (const { display } of writtenQuestions(cards)) {
      expect(display).toEqual(display.map((_, at) => at));
    }
  });

  it("stand as they were asked, an exam's as it lays them out", () => {
    const questions = ["a", "b", "c", "d"].map((card, seed) => ({ card, seed }));
    const order = (style: "practice" | "exam") =>
      askedFirst({ plan: { topics: [], questions, style }, asked: [2, 0] }).map(({ card }) => card);
    expect(order("practice")).toEqual(["c", "a", "b", "d"]);
    expect(order("exam")).toEqual(["a", "b", "c", "d"]);
  });

  it("have the seeds of a quiz, without what has left the deck", () => {
    const [one, two] = ids(["choice", "order"]);
    const questions = [
      { card: two ?? "", seed: 7 },
      { card: "long-gone", seed: 8 },
      { card: one ?? "", seed: 9 },
    ];
    const planned = plannedQuestions({ questions }, parts);
    expect(planned.map(({ card }) => card.id)).toEqual([two, one]);
    expect(planned.map(({ display }) => display)).toEqual(
      planned.map(({ card }, at) => displayOrder(card, [7, 9][at] ?? 0)),
    );
  });
});

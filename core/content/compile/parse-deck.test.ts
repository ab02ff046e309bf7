import { describe, expect, test } from "vitest";
import type { ContentFile } from "#core/content/read/problem";
import { cardKinds, type Deck } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { parseDeck } from "./parse-deck";
import {
  drawnFile,
  planted,
  sampleDiagram,
  sampleFile,
  sampleHash,
  secondFile,
} from "./sample-content";

function deckOf(...files: ContentFile[]): Deck {
  const parsed = parseDeck(files, sampleHash, gradeAnswer);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.deck;
}

/** The line on which a text first stands in the sample. */
function lineOf(text: string): number {
  return planted(text, text).line;
}

describe("a sound file", () => {
  test("becomes a deck with a card of each kind", () => {
    const { cards, concepts, topics } = deckOf(drawnFile, sampleDiagram);
    expect(new Set(cards.map((card) => card.kind))).toEqual(new Set(cardKinds));
    expect(topics).toHaveLength(1);
    expect(topics[0]).not.toHaveProperty("points");
    expect(concepts.map((concept) => concept.topic)).toEqual(["harbour", "harbour"]);
  });

  test("gives each card its topic and, where it has none, its concept's slides and sources", () => {
    const cards = new Map(deckOf(sampleFile).cards.map((card) => [card.id, card]));
    expect(cards.get("box-what")).toMatchObject({ topic: "harbour", slides: [61], sources: [] });
    expect(cards.get("crane-parts")).toMatchObject({
      slides: [63],
      sources: [{ title: "Lifting" }],
    });
  });

  test("splits a cloze inside its mark and never shows the answer", () => {
    const cloze = deckOf(sampleFile).cards.find((card) => card.kind === "cloze");
    expect(cloze).toMatchObject({
      before: "Run `docker `",
      after: "` -a` to see all boxes.",
      front: "Run `docker `…` -a` to see all boxes.",
      accept: ["ps", "container ls"],
      exact: false,
    });
  });

  test("shows a number with its unit where nothing else is accepted", () => {
    const { file } = planted(
      'accept: ["1956"]\n    number: {value: 1956, tolerance: 1}',
      "number: {value: 35.5, tolerance: 0.2, unit: m}",
    );
    const card = deckOf(file).cards.find((one) => one.kind === "text");
    expect(card).toMatchObject({ accept: ["35.5 m"], number: { value: 35.5, unit: "m" } });
  });

  test("makes bins of a classify card numbers and wrong options false", () => {
    const { cards } = deckOf(sampleFile);
    const classify = cards.find((card) => card.kind === "classify");
    expect(classify?.kind === "classify" && classify.items.map((item) => item.bin)).toEqual([
      0, 1, 0,
    ]);
    const choice = cards.find((card) => card.kind === "choice");
    expect(choice?.kind === "choice" && choice.options.map((option) => option.right)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("tells points and the place of any card and value in it", () => {
    const parsed = parseDeck([sampleFile], sampleHash);
    if (!parsed.ok) throw new Error("the sample has problems");
    expect(parsed.points.map((point) => point.id)).toEqual(["61", "62a"]);
    expect(parsed.placeOf("box-what")).toEqual({
      file: sampleFile.path,
      line: lineOf("id: box-what"),
    });
    expect(parsed.placeOf("crane-choice", ["options", 2])).toEqual({
      file: sampleFile.path,
      line: lineOf("{text: The sea"),
    });
    expect(() => parsed.placeOf("nobody")).toThrow("nobody");
  });
});

describe("versions", () => {
  const version = (deck: Deck, id: string) => deck.cards.find((card) => card.id === id)?.version;
  const before = deckOf(sampleFile);

  test.each([
    ["front", "When did the first load", "In which year did the first load"],
    ["explain", "It sailed from Newark.", "It sailed from New Jersey."],
    ["tolerance", "tolerance: 1", "tolerance: 2"],
  ])("a changed %s changes that card's version and the deck's, no other", (_, from, to) => {
    const after = deckOf(planted(from, to).file);
    const changed = before.cards.filter((card) => version(after, card.id) !== card.version);
    expect(changed.map((card) => card.id)).toEqual(["box-year"]);
    expect(after.version).not.toBe(before.version);
  });

  test.each([
    ["then and now", "It still is.", "It is, more or less."],
    ["covers", "covers: []", 'covers: ["61"]'],
  ])("a changed %s keeps every card's version and changes the deck's", (_, from, to) => {
    const after = deckOf(planted(from, to).file);
    expect(after.cards.map((card) => card.version)).toEqual(
      before.cards.map((card) => card.version),
    );
    expect(after.version).not.toBe(before.version);
  });

  test("do not depend on the order in which files come or fields stand", () => {
    expect(deckOf(secondFile, sampleFile)).toEqual(deckOf(sampleFile, secondFile));
    const swapped = planted("title: The box\n    slides: [61]", "slides: [61]\n    title: The box");
    expect(deckOf(swapped.file).version).toBe(before.version);
  });
});

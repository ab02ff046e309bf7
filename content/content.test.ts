import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { deckIndex } from "#core/content/compile/compile-deck";
import { parseDeck } from "#core/content/compile/parse-deck";
import { wholeDeckProblems } from "#core/content/compile/whole-deck";
import { decodeIndex } from "#core/content/decode-index";
import { encodeIndex } from "#core/content/encode-index";
import type { ContentFile, Problem } from "#core/content/read/problem";
import { roadFacts } from "#core/content/road-facts";
import { roadOrder } from "#core/content/road-order";
import { topicMap } from "#core/content/topic-map";
import { cardKinds } from "#core/content/types";
import { gradeAnswer } from "#core/grading/grade";
import { contentFiles, parsedContent, sha256, soundContent } from "./parsed-deck";

/** The gate: what stands in content/topics is sound, complete, and graded as it says. */

const inWords = ({ file, line, message }: Problem) => `${file}:${line}  ${message}`;

/** What the talk says, slide by slide; a letter where a slide says several things. */
const points = `
  7 8 9 10 11
  15 16a 16b 17 18 19
  20 21
  22 23 24 25 26 27
  29 30 31 32 33
  34 35 36 37 38 39 40 41
  44 48 49 50 51 52 53 54 55 56 57 58 59a 59b 60
  61 62 63 64
  65 66 67 68 69
  70a 70b 70c 70d 70e 70f 70g 70h 70i 70j 71
  72a 72b 72c 72d
  73a 73b 73c 73d 73e 73f 73g 73h 73i 73j 74
  75a 75b 75c
  76 79a 79b 80a 80b 81a 81b 82
  83a 83b 84
  85a 85b
`
  .trim()
  .split(/\s+/);

/** Where the record says more than the talk, or something else. */
const facts = `
  F16 F17 F18 F19 F29 F35 F36 F39 F40 F41 F47 F51 F54 F63 F67 F68 F69 F70 F72 F73a F73b F75
  F79 F80 F81 F83 F85a F85b
`
  .trim()
  .split(/\s+/);

/** What the talk teaches at length. */
const large = ["commands", "images", "volumes-ports-links-networks", "orchestration", "swarm"];

describe("the content", () => {
  test("has no problem", () => {
    expect(parsedContent.ok ? [] : parsedContent.problems.map(inWords)).toEqual([]);
  });

  test("says all 98 points of the talk, and what the record says of them", () => {
    expect(points).toHaveLength(98);
    const declared = soundContent().points.map((point) => point.id);
    expect(declared.sort()).toEqual([...points, ...facts].sort());
  });

  test("has a lesson and cards enough for every topic", () => {
    const { deck, placeOf } = soundContent();
    expect(wholeDeckProblems(deck, placeOf)).toEqual([]);
    const count = (topic: string) => deck.cards.filter((card) => card.topic === topic).length;
    expect(large.filter((topic) => count(topic) < 35)).toEqual([]);
  });

  test("is as large as the talk needs, and has each kind of card", () => {
    const { cards, concepts, diagrams } = soundContent().deck;
    expect(concepts.length).toBeGreaterThanOrEqual(120);
    expect(cards.length).toBeGreaterThanOrEqual(450);
    expect(diagrams.length).toBeGreaterThanOrEqual(14);
    const few = cardKinds.filter((kind) => cards.filter((card) => card.kind === kind).length < 14);
    expect(few).toEqual([]);
  });

  test("asks for each of its drawings", () => {
    const { cards, diagrams } = soundContent().deck;
    const asked = new Set(cards.map((card) => card.kind === "diagram" && card.drawing.id));
    expect(diagrams.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
  });

  test("is taught from the ground: every concept's first card after those of what it needs", () => {
    const { cards, concepts } = soundContent().deck;
    const first = (concept: string) => cards.findIndex((card) => card.concept === concept);
    for (const { id, needs } of concepts) {
      if (first(id) < 0) continue;
      for (const need of needs) expect(first(need)).toBeLessThan(first(id));
    }
  });

  test("is met on each road with no idea before what it needs, and each card once", () => {
    const { deck } = soundContent();
    expect(deck.roads.map(({ id }) => id)).toEqual(["commands", "talk", "containers"]);
    for (const road of deck.roads) {
      const order = roadOrder(road, deck);
      expect(new Set(order)).toEqual(new Set(deck.cards));
      expect(order).toHaveLength(deck.cards.length);
      const first = (concept: string) => order.findIndex((card) => card.concept === concept);
      for (const { id, needs } of deck.concepts) {
        for (const need of needs) expect(first(need)).toBeLessThan(first(id));
      }
    }
    expect(roadOrder(deck.roads[0] ?? { cards: [], lead: [] }, deck)).toEqual(deck.cards);
  });

  test("has a command to type among the first ten cards of the road of commands", () => {
    const roads = new Map(
      roadFacts(soundContent().deck, 10).map((facts) => [facts.road.id, facts]),
    );
    expect(roads.get("commands")?.command?.day).toBe(1);
    expect(roads.get("containers")?.command?.day).toBeLessThanOrEqual(7);
  });

  test("stands on few ideas: who wants to run a container need not learn of mainframes first", () => {
    const { concepts } = soundContent().deck;
    const needs = new Map(concepts.map((concept) => [concept.id, concept.needs]));
    const below = (id: string): string[] =>
      (needs.get(id) ?? []).flatMap((need) => [need, ...below(need)]);
    expect(new Set(below("docker-run")).size).toBeLessThanOrEqual(3);
    const most = concepts.map(({ id }) => new Set(below(id)).size).sort((a, b) => b - a);
    expect(most[0]).toBeLessThanOrEqual(20);
  });

  test("has a map that begins with the talk and leads from what Docker is to its last chapter", () => {
    const { topics, concepts } = soundContent().deck;
    const { edges, layers } = topicMap(topics, concepts);
    expect(layers.flat().sort()).toEqual(topics.map(({ id }) => id).sort());
    expect(layers[0]).toContain(topics[0]?.id);
    const after = new Set(["docker-features"]);
    for (const { from, to } of edges) if (after.has(from)) after.add(to);
    for (const id of ["commands", "images", "orchestration", "swarm"]) expect(after).toContain(id);
  });
});

test("the index of the real deck stays under 20 kB gzip and comes out as it went in", () => {
  const index = deckIndex(soundContent().deck, sha256);
  const wire = encodeIndex(index);
  expect(gzipSync(wire).byteLength).toBeLessThan(20_000);
  expect(decodeIndex(JSON.parse(wire))).toEqual(index);
});

describe("the gate", () => {
  const planted = [
    ["is sound", "kind: recall, answer: No."],
    [
      "has an option without a why",
      "kind: choice, options: [{text: a, why: A., right: true}, {text: b}, {text: c, why: C.}]",
    ],
    [
      "accepts an answer that it refuses",
      "kind: text, accept: [zonkey], refuse: [{text: Zonkey, why: No.}]",
    ],
    ["is of an unknown kind", "kind: essay"],
  ].map(([name = "", card = ""], at) => ({ name, file: topicWith(card, 96 + at) }));
  // It grades all answers of every card, which takes its time: once for all that is planted.
  const told = parseDeck(
    [...contentFiles, ...planted.map(({ file }) => file)],
    sha256,
    gradeAnswer,
  );
  const problems = told.ok ? [] : told.problems;
  const [, ...bad] = planted;

  test("lets a sound card through, and the deck, each answer graded as its card says", () => {
    const paths = bad.map(({ file }) => file.path);
    const others = problems.filter(({ file }) => !paths.includes(file));
    expect(others.map(inWords)).toEqual([]);
  });

  test.each(bad)("fails on a planted card that $name", ({ file: { path } }) => {
    expect(problems.filter(({ file }) => file === path)).toMatchObject([{ line: 4 }]);
  });
});

/** A topic in which nothing but this card may be wrong, by the number of its file. */
function topicWith(card: string, number: number): ContentFile {
  const id = `planted-${number}`;
  const point = `86${"abcdefghij"[number % 10]}`;
  const text = `topic: {id: ${id}, title: Plant ${number}, short: Plant ${number}, section: coming, slides: [86, 86], summary: Bad., points: [{id: "${point}", slide: 86, text: bad}]}
concepts: [{id: ${id}-concept, title: Plant ${number}, slides: [86], needs: [], then: Bad., now: {text: Bad.}}]
cards:
  - {id: ${id}-card, concept: ${id}-concept, covers: ["${point}"], front: Zebras in yard ${number}?, explain: None., ${card}}
  - {id: ${id}-other, kind: cloze, concept: ${id}-concept, covers: ["${point}"], front: "A {{mule}} at last, ${number}.", explain: It came.}
  - {id: ${id}-third, kind: list, concept: ${id}-concept, covers: ["${point}"], front: Which beasts pull ${number}?, items: [{text: ox}, {text: horse}], explain: Both are strong.}
`;
  return { path: `content/topics/${number}-${id}.yaml`, text };
}

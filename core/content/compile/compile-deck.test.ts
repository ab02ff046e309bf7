import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#core/content/canonical-json";
import { decodeIndex } from "#core/content/decode-index";
import { encodeIndex } from "#core/content/encode-index";
import { cardKinds, type StudyIndex } from "#core/content/types";
import { deckIndex, topicPart } from "./compile-deck";
import { parseDeck } from "./parse-deck";
import { sampleFile, sampleHash } from "./sample-content";

const parsed = parseDeck([sampleFile], sampleHash);
if (!parsed.ok) throw new Error("the sample has problems");
const { deck } = parsed;

const words = "docker image network volume swarm compose kernel process layer registry port".split(
  " ",
);

/** As large as the deck may become, with hashes that cannot be compressed. */
function syntheticIndex(cardCount: number): StudyIndex {
  const word = (i: number) => words[i % words.length] ?? "";
  const topics = Array.from({ length: 16 }, (_, i) => ({
    id: `${word(i)}-${word(i * 3)}-${i}`,
    title: `About ${word(i)} and ${word(i + 2)}`,
    short: word(i),
    section: "docker" as const,
    slides: [i * 5 + 1, i * 5 + 5] as [number, number],
    summary: `What ${word(i)} does for a ${word(i * 7)}, when a ${word(i + 5)} is not enough, and what became of it in ${2015 + i}.`,
  }));
  const topicAt = (i: number) => topics[i % topics.length]?.id ?? "";
  const concepts = Array.from({ length: 130 }, (_, i) => ({
    id: `${word(i)}-${word(i * 5 + 1)}-${i}`,
    topic: topicAt(i),
    title: `How ${word(i)} meets ${word(i * 3)} (${i})`,
    needs: i < 16 ? [] : [`${word(i - 7)}-${word((i - 7) * 5 + 1)}-${i - 7}`],
  }));
  const cards = Array.from({ length: cardCount }, (_, i) => {
    const concept = concepts[(i * 37) % concepts.length];
    return {
      id: `${word(i)}-${sampleHash(`id ${i}`).slice(0, 6)}-${word(i * 7)}-${i}`,
      kind: cardKinds[(i * i) % cardKinds.length] ?? "recall",
      topic: concept?.topic ?? "",
      concept: concept?.id ?? "",
      version: sampleHash(`version ${i}`).slice(0, 10),
    };
  });
  const parts = Object.fromEntries(topics.map(({ id }) => [id, sampleHash(id).slice(0, 16)]));
  const read = new Map(cards.map(({ id }, i) => [id, { ask: (i % 30) * 8, tell: (i % 36) * 8 }]));
  const roads = ["one", "two", "three"].map((id, n) => ({
    id,
    title: `The road called ${id}`,
    about: `What ${word(n)} is for, and what it has to do with ${word(n + 3)}.`,
    cards: cards.slice(n * 10, n * 10 + 10).map((card) => card.id),
    lead: concepts.slice(n * 20, n * 20 + 20).map((concept) => concept.id),
  }));
  const version = sampleHash("deck").slice(0, 16);
  return { version, topics, concepts, cards, parts, roads, words: read };
}

async function gzipSize(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

describe("the index on the wire", () => {
  test("comes out as it went in", () => {
    for (const index of [deckIndex(deck, sampleHash), syntheticIndex(450), syntheticIndex(0)]) {
      expect(decodeIndex(JSON.parse(encodeIndex(index)))).toEqual(index);
    }
  });

  test("with 450 cards stays under 20 kB gzip", async () => {
    expect(await gzipSize(encodeIndex(syntheticIndex(450)))).toBeLessThan(20_000);
  });

  test("an id that nothing has is a broken invariant on both sides", () => {
    const index = syntheticIndex(3);
    expect(() => encodeIndex({ ...index, concepts: [] })).toThrow("unknown id");
    const wire = JSON.parse(encodeIndex(index));
    expect(() => decodeIndex({ ...wire, concepts: [] })).toThrow("nothing at");
  });
});

describe("the index", () => {
  test("holds every card in teaching order and nothing to show it by", () => {
    const index = deckIndex(deck, sampleHash);
    expect(index.cards.map((card) => card.id)).toEqual(deck.cards.map((card) => card.id));
    expect(Object.keys(index.cards[0] ?? {}).sort()).toEqual([
      ...["concept", "id", "kind", "topic", "version"],
    ]);
    expect(index.version).toBe(deck.version);
  });

  test("names a part by the text that is served", () => {
    const index = deckIndex(deck, sampleHash);
    const text = JSON.stringify(topicPart(deck, "harbour"));
    expect(index.parts).toEqual({ harbour: sampleHash(text).slice(0, 16) });
  });
});

test("a part holds its topic's concepts and cards, and no others", () => {
  const part = topicPart(deck, "harbour");
  expect(part.cards).toEqual(deck.cards);
  expect(part.concepts).toEqual(deck.concepts);
  expect(topicPart(deck, "nowhere")).toEqual({ topic: "nowhere", concepts: [], cards: [] });
});

test("canonical JSON does not depend on the order of fields and loses nothing", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TopicEdge, topicMap, widest } from "./topic-map";

type Concept = { id: string; topic: string; needs: string[] };

/** Concepts that need each other in no circle, spread over topics that therefore may. */
const decks = fc
  .array(fc.record({ topic: fc.nat(8), needs: fc.array(fc.nat(), { maxLength: 3 }) }), {
    maxLength: 30,
  })
  .map((drawn) => ({
    topics: Array.from({ length: 9 }, (_, i) => ({ id: `t${i}` })),
    concepts: drawn.map(
      ({ topic, needs }, i): Concept => ({
        id: `c${i}`,
        topic: `t${topic}`,
        needs: i === 0 ? [] : [...new Set(needs.map((n) => `c${n % i}`))],
      }),
    ),
  }));

/** Whether one topic is reached from another, over one edge or more. */
function leads(edges: readonly TopicEdge[], from: string, to: string): boolean {
  return edges.some((edge) => edge.from === from && (edge.to === to || leads(edges, edge.to, to)));
}

const place = (id: string) => Number(id.slice(1));

describe("laws", () => {
  test("every edge goes forward in the talk, and stands for a need", () => {
    fc.assert(
      fc.property(decks, ({ topics, concepts }) => {
        const topicOf = new Map(concepts.map(({ id, topic }) => [id, topic]));
        for (const { from, to } of topicMap(topics, concepts).edges) {
          expect(place(from)).toBeLessThan(place(to));
          const own = concepts.filter(({ topic }) => topic === to);
          expect(own.some(({ needs }) => needs.some((id) => topicOf.get(id) === from))).toBe(true);
        }
      }),
    );
  });

  test("every need that goes forward is implied by a path", () => {
    fc.assert(
      fc.property(decks, ({ topics, concepts }) => {
        const { edges } = topicMap(topics, concepts);
        const topicOf = new Map(concepts.map(({ id, topic }) => [id, topic]));
        for (const { topic, needs } of concepts) {
          for (const from of needs.map((id) => topicOf.get(id) ?? "")) {
            if (place(from) < place(topic)) expect(leads(edges, from, topic)).toBe(true);
          }
        }
      }),
    );
  });

  test("no edge is implied by the others", () => {
    fc.assert(
      fc.property(decks, ({ topics, concepts }) => {
        const { edges } = topicMap(topics, concepts);
        for (const edge of edges) {
          const others = edges.filter((one) => one !== edge);
          expect(leads(others, edge.from, edge.to)).toBe(false);
        }
      }),
    );
  });

  test("every topic stands once, in the first layer below its needs that had room", () => {
    fc.assert(
      fc.property(decks, ({ topics, concepts }) => {
        const { edges, layers } = topicMap(topics, concepts);
        expect(layers.flat().sort()).toEqual(topics.map(({ id }) => id));
        const layerOf = (id: string) => layers.findIndex((layer) => layer.includes(id));
        for (const layer of layers) {
          expect(layer.length).toBeLessThanOrEqual(widest);
          expect(layer).toEqual([...layer].sort());
        }
        for (const { id } of topics) {
          const needed = edges.filter(({ to }) => to === id).map(({ from }) => layerOf(from));
          const first = Math.max(-1, ...needed) + 1;
          expect(layerOf(id)).toBeGreaterThanOrEqual(first);
          for (const layer of layers.slice(first, layerOf(id))) expect(layer).toHaveLength(widest);
        }
      }),
    );
  });
});

test("a need that goes round by another topic is not drawn, nor one that goes back", () => {
  const topics = ["lxc", "docker", "swarm", "coming"].map((id) => ({ id }));
  const concepts = [
    { id: "kernel", topic: "lxc", needs: [] },
    { id: "daemon", topic: "docker", needs: ["kernel"] },
    { id: "service", topic: "swarm", needs: ["daemon", "kernel"] },
    { id: "image", topic: "docker", needs: ["service"] },
    { id: "wish", topic: "coming", needs: ["kernel"] },
  ];
  expect(topicMap(topics, concepts)).toEqual({
    edges: [
      { from: "lxc", to: "docker" },
      { from: "docker", to: "swarm" },
      { from: "lxc", to: "coming" },
    ],
    layers: [["lxc"], ["docker", "coming"], ["swarm"]],
  });
});

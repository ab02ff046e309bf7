import type { Concept, Topic } from "./types";

/** `to` builds on `from`; both are ids of topics. */
export type TopicEdge = { from: string; to: string };

/**
 * `edges`: what builds on what, without those that others imply. `layers`: the topics' ids, each
 * below all that it builds on, at most `widest` in a layer, those of one layer in the talk's order.
 */
export type TopicMap = { edges: TopicEdge[]; layers: string[][] };

/** Topics side by side that still have room for their names on a phone. */
export const widest = 3;

/** How the topics build on each other, by what their concepts need; `topics` in the talk's order. */
export function topicMap(
  topics: readonly Pick<Topic, "id">[],
  concepts: readonly Pick<Concept, "id" | "topic" | "needs">[],
): TopicMap {
  const order = topics.map(({ id }) => id);
  const needs = directNeeds(order, concepts);
  const reached = new Map<string, Set<string>>();
  const edges: TopicEdge[] = [];
  for (const to of order) {
    const direct = needs.get(to) ?? new Set();
    const further = new Set([...direct].flatMap((from) => [...(reached.get(from) ?? [])]));
    reached.set(to, new Set([...direct, ...further]));
    for (const from of order) if (direct.has(from) && !further.has(from)) edges.push({ from, to });
  }
  return { edges, layers: layersOf(order, edges) };
}

/**
 * By topic, the earlier topics with a concept that one of its own needs. Concepts need each other in
 * no circle, but topics may: an idea of a late topic can help to explain one of an early topic. Only
 * what goes forward in the talk says in which order to read, so only that is kept.
 */
function directNeeds(
  order: readonly string[],
  concepts: readonly Pick<Concept, "id" | "topic" | "needs">[],
): Map<string, Set<string>> {
  const place = new Map(order.map((id, at) => [id, at]));
  const topicOf = new Map(concepts.map(({ id, topic }) => [id, topic]));
  const needs = new Map(order.map((id) => [id, new Set<string>()]));
  for (const { topic, needs: ids } of concepts) {
    for (const id of ids) {
      const from = topicOf.get(id) ?? topic;
      if ((place.get(from) ?? 0) < (place.get(topic) ?? 0)) needs.get(topic)?.add(from);
    }
  }
  return needs;
}

/** Each topic in the first layer below all that it builds on which has room for one more. */
function layersOf(order: readonly string[], edges: readonly TopicEdge[]): string[][] {
  const layers: string[][] = [];
  const layerOf = new Map<string, number>();
  for (const id of order) {
    const above = edges.filter(({ to }) => to === id).map(({ from }) => layerOf.get(from) ?? 0);
    let at = Math.max(-1, ...above) + 1;
    while ((layers[at]?.length ?? 0) >= widest) at++;
    layerOf.set(id, at);
    layers[at] = [...(layers[at] ?? []), id];
  }
  return layers;
}

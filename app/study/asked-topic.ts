import type { DeckIndex, Topic } from "#core/content/types";

/** What `?topic=` narrows the page to: all cards, one topic's, or a topic that is not there. */
export type Asked =
  | { about: "all" }
  | { about: "topic"; topic: Topic }
  | { about: "unknown"; named: string };

/** Whether `?more` asks for new cards beyond the day's. */
export function isMoreAsked(search: string): boolean {
  return new URLSearchParams(search).has("more");
}

/** Reads the part of an address behind its question mark. */
export function readAsked({ topics }: Pick<DeckIndex, "topics">, search: string): Asked {
  const named = new URLSearchParams(search).get("topic");
  if (!named) return { about: "all" };
  const topic = topics.find(({ id }) => id === named);
  return topic ? { about: "topic", topic } : { about: "unknown", named };
}

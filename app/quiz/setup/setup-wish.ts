import type { DeckIndex } from "#core/content/types";
import { type QuizChoice, type QuizStyle, quizStyles } from "#core/log/types";
import type { QuizMatter } from "#core/quiz/build/build-quiz";
import type { Moment } from "#core/scheduling/types";

/** What is chosen in the form; what does not belong to `by` waits there in case it does again. */
export type SetupWish = {
  by: QuizChoice;
  topics: readonly string[];
  /** A concept's id. */
  concept: string;
  style: QuizStyle;
  length: number;
  asksConfidence: boolean;
};

export const quizLengths = [5, 10, 20, 40];
const usualLength = 10;
/** Longer than this nobody is checked unasked. */
const longestCheck = 20;

function lengthFor(ideas: number): number {
  return quizLengths.find((length) => length >= ideas || length === longestCheck) ?? usualLength;
}

/**
 * The form at first: `?topic=` chooses one topic, `?concept=` one idea, `?style=` a style. A placement
 * on one topic is as long as its ideas are many.
 */
export function firstWish(index: DeckIndex, search: string): SetupWish {
  const asked = new URLSearchParams(search);
  const topics = index.topics.map(({ id }) => id);
  const topic = topics.find((id) => id === asked.get("topic"));
  const concept = index.concepts.find(({ id }) => id === asked.get("concept"));
  const style = quizStyles.find((one) => one === asked.get("style")) ?? "practice";
  const ideas = index.concepts.filter((one) => one.topic === topic).length;
  return {
    by: concept ? "concepts" : "topics",
    topics: topic ? [topic] : topics,
    concept: concept?.id ?? index.concepts[0]?.id ?? "",
    style,
    length: topic && style === "placement" ? lengthFor(ideas) : usualLength,
    asksConfidence: false,
  };
}

/** The topic or the idea that the address names and the deck does not have; null if there is none. */
export function unknownAsked(index: DeckIndex, search: string): string | null {
  const asked = new URLSearchParams(search);
  const [topic, concept] = [asked.get("topic"), asked.get("concept")];
  if (topic && !index.topics.some(({ id }) => id === topic)) return topic;
  if (concept && !index.concepts.some(({ id }) => id === concept)) return concept;
  return null;
}

/** What the quiz of a wish is about. */
export function matterOf({ by, topics, concept }: SetupWish, at: Moment): QuizMatter {
  switch (by) {
    case "topics":
      return { by, topics };
    case "concepts":
      return { by, concepts: [concept] };
    case "weakest":
      return { by, at };
  }
}

import type { DeckIndex } from "#core/content/types";
import type { QuizPlan, QuizQuestion, QuizStyle } from "#core/log/types";
import { askableCards, retakeQuiz } from "#core/quiz/build/build-quiz";
import { withExtraTime } from "#core/quiz/build/time-allowed";

export type SharedStyle = Exclude<QuizStyle, "placement">;

/** The styles that can be shared: a placement asks each learner what they have not studied. */
export const sharedStyles = ["practice", "exam", "options"] as const satisfies SharedStyle[];

/** Questions that a link holds at most. */
export const mostShared = 100;

/** What makes a quiz the same for everyone. */
export type SharedQuiz = {
  style: SharedStyle;
  /** Milliseconds that an exam gives without anyone's extra time; null of what is not timed. */
  limit: number | null;
  asksConfidence: boolean;
  /** Null of a quiz of an earlier version. */
  seed: number | null;
  questions: readonly QuizQuestion[];
};

/** A shared quiz as it can be taken here. */
export type SharedPlan = {
  plan: QuizPlan;
  /** Ids of the cards that the deck has no more, or that cannot be asked in this style any more. */
  gone: string[];
};

/**
 * A taker's own quiz from a shared one: what is left of its questions, in their order, and of an
 * exam's time, with the taker's own extra time in percent.
 */
export function planOf(shared: SharedQuiz, index: DeckIndex, extraTime: number): SharedPlan {
  const { style, limit, asksConfidence, seed, questions } = shared;
  const topics = index.topics.map(({ id }) => id);
  const matter = { by: "topics", topics } as const;
  const askable = askableCards({ index, matter, style, states: new Map() });
  const topicOf = new Map(askable.map(({ id, topic }) => [id, topic]));
  const whole: QuizPlan = {
    topics: [],
    questions: [...questions],
    style,
    ...(seed !== null && { seed }),
    ...(limit !== null && { limit }),
    asksConfidence,
  };
  const rest = retakeQuiz(whole, [...topicOf.keys()]);
  const asked = new Set(rest.questions.map(({ card }) => topicOf.get(card)));
  return {
    plan: {
      ...rest,
      topics: topics.filter((topic) => asked.has(topic)),
      ...(rest.limit !== undefined && { limit: withExtraTime(rest.limit, extraTime) }),
    },
    gone: questions.flatMap(({ card }) => (topicOf.has(card) ? [] : [card])),
  };
}

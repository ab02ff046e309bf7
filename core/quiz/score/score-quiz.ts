import type { DrawnCard } from "#core/content/draw-card";
import type { DeckIndex } from "#core/content/types";
import { gradePlain } from "#core/grading/grade-plain";
import type { QuizPlan, Review } from "#core/log/types";

/** What scoring needs of a review, sent or not. */
export type QuizAnswer = Pick<
  Review,
  "card" | "cardVersion" | "answer" | "verdict" | "overruled" | "duration"
>;

export type QuizCount = {
  asked: number;
  answered: number;
  /** Found correct, or overruled by the learner. */
  right: number;
  /** Points: 1 for what is right, its share for what is partly so. */
  credit: number;
};

export type QuizScore = QuizCount & {
  /** In the deck's order; topic null holds cards that the deck no longer has. */
  byTopic: (QuizCount & { topic: string | null })[];
  /** Ids of the cards answered and not right, in the order asked. */
  missed: string[];
  /** Milliseconds over all answers. */
  duration: number;
};

export type Scored = {
  plan: QuizPlan;
  /** One for each question; null while it has no answer. */
  answers: readonly (QuizAnswer | null)[];
  index: DeckIndex;
  /** Cards by id as far as they are at hand, for the share of answers that were partly right. */
  cards?: ReadonlyMap<string, DrawnCard>;
};

/** A quiz's score from its answers; unfinished ones count as far as they went. */
export function scoreQuiz({ plan, answers, index, cards }: Scored): QuizScore {
  const topicOf = new Map(index.cards.map((card) => [card.id, card.topic]));
  const rows = plan.questions.map(({ card }, place) => {
    const answer = answers[place] ?? null;
    const credit = answer ? creditOf(answer, cards?.get(card)) : 0;
    return { card, topic: topicOf.get(card) ?? null, answer, credit };
  });
  const topics = [...index.topics.map((topic) => topic.id), null];
  return {
    ...count(rows),
    byTopic: topics.flatMap((topic) => {
      const own = rows.filter((row) => row.topic === topic);
      return own.length > 0 ? [{ topic, ...count(own) }] : [];
    }),
    missed: rows.flatMap(({ card, answer }) => (answer && !isRight(answer) ? [card] : [])),
    duration: rows.reduce((sum, { answer }) => sum + (answer?.duration ?? 0), 0),
  };
}

/** Whether an answer counts as right. */
export function isRight(answer: Pick<Review, "verdict" | "overruled">): boolean {
  return answer.verdict === "correct" || answer.overruled;
}

function creditOf(answer: QuizAnswer, card: DrawnCard | undefined): number {
  if (isRight(answer)) return 1;
  // A command is right, half right or wrong: its verdict holds all there is to know.
  if (card?.version === answer.cardVersion && card.kind !== "command") {
    return gradePlain(card, answer.answer, true)?.credit ?? 0;
  }
  // The card as it was answered may be gone: half a point stands for a share that nobody can tell.
  return answer.verdict === "partly" ? 0.5 : 0;
}

function count(rows: readonly { answer: QuizAnswer | null; credit: number }[]): QuizCount {
  return {
    asked: rows.length,
    answered: rows.filter((row) => row.answer).length,
    right: rows.filter((row) => row.answer && isRight(row.answer)).length,
    credit: rows.reduce((sum, row) => sum + row.credit, 0),
  };
}

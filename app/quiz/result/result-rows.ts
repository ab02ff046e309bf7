import { cardTitle } from "#core/content/card-title";
import { type DrawnCard, drawCard } from "#core/content/draw-card";
import type { Concept, DeckIndex, Topic } from "#core/content/types";
import type { Answer } from "#core/grading/types";
import { isConfidentMistake } from "#core/progress/calibration";
import { isRight } from "#core/quiz/score/score-quiz";
import type { QuizSession, ReviewDraft } from "#core/quiz/taking/quiz-session";
import { findCard } from "#local/deck/deck-store";

/** A question of a quiz as its result shows it; `review` null: it was not answered. */
export type ResultRow = {
  card: DrawnCard;
  /** What it asks, in plain words. */
  title: string;
  concept: Concept;
  topic: Topic;
  review: ReviewDraft | null;
  /** What stood in its inputs when the time was up, be it that it could not be read. */
  given: Answer | null;
  seed: number;
};

/** The questions whose cards are still in the deck, in the plan's order. */
export function resultRows(index: DeckIndex, { plan, answers, given }: QuizSession): ResultRow[] {
  return plan.questions.flatMap(({ card: id, seed }, place) => {
    const entry = index.cards.find((card) => card.id === id);
    const topic = index.topics.find((one) => one.id === entry?.topic);
    const found = entry && findCard(entry.topic, id);
    if (!found || !topic) return [];
    const card = drawCard(found.card, seed);
    const title = cardTitle(card);
    return [
      {
        ...{ card, title, concept: found.concept, topic, seed },
        ...{ review: answers[place] ?? null, given: given[place]?.answer ?? null },
      },
    ];
  });
}

export type RowGroups = Record<"sure" | "missed" | "open" | "right", ResultRow[]>;

/** What was sure and mistaken, what else was missed, what was left open, and what was right. */
export function groupRows(rows: readonly ResultRow[]): RowGroups {
  const groups: RowGroups = { sure: [], missed: [], open: [], right: [] };
  for (const row of rows) {
    const { review } = row;
    if (!review) groups.open.push(row);
    else if (isRight(review)) groups.right.push(row);
    else groups[isConfidentMistake(review) ? "sure" : "missed"].push(row);
  }
  return groups;
}

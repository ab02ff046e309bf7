"use client";

import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { loadPlan } from "#local/deck/load-plan";
import { TakeAlong } from "#ui/take-along";

type Props = { index: DeckIndex; quiz: string; plan: QuizPlan };

/** The questions of a quiz for Moodle and for paper, their options as the quiz shows them. */
export function TakeQuizAlong({ index, quiz, plan }: Props) {
  const gift = async () => {
    const parts = await loadPlan(index, plan);
    // The writer is fetched by the few who want it.
    const [{ giftFile }, { plannedQuestions }] = await Promise.all([
      import("#core/quiz/gift/gift-file"),
      import("#core/quiz/paper/sheet-question"),
    ]);
    return giftFile(index.topics, plannedQuestions(plan, parts));
  };
  return <TakeAlong file="mooring-quiz.gift.txt" gift={gift} print={`/quiz/print?take=${quiz}`} />;
}

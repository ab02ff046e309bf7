"use client";

import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { giftFile } from "#core/quiz/gift/gift-file";
import { plannedQuestions } from "#core/quiz/sheet-question";
import { loadPlan } from "#local/load-plan";
import { TakeAlong } from "#ui/take-along";

type Props = { index: DeckIndex; quiz: string; plan: QuizPlan };

/** The questions of a quiz for Moodle and for paper, their options as the quiz shows them. */
export function TakeQuizAlong({ index, quiz, plan }: Props) {
  const gift = async () =>
    giftFile(index.topics, plannedQuestions(plan, await loadPlan(index, plan)));
  return <TakeAlong file="mooring-quiz.gift.txt" gift={gift} print={`/quiz/print?take=${quiz}`} />;
}

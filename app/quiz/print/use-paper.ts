"use client";

import { useEffect, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import {
  askedFirst,
  paperQuestions,
  plannedQuestions,
  type SheetQuestion,
} from "#core/quiz/paper/sheet-question";
import { resumeQuiz } from "#core/quiz/taking/resume-quiz";
import { loadIndex, loadPart } from "#local/deck/deck-store";
import { loadPlan } from "#local/deck/load-plan";
import { learnerDatabase, writesDone } from "#local/store/learner-store";
import { readQuiz } from "#local/store/local-log";
import { readyLearner } from "#local/sync/sync";

/** What is to be printed: a topic's questions, or a quiz's; `quiz` is null of a topic. */
export type PaperContent = {
  /** Titles of the topics, in the deck's order. */
  topics: string[];
  /** Where the reader came from. */
  topic: string | null;
  quiz: string | null;
  questions: SheetQuestion[];
};

type PaperState =
  | { at: "loading" }
  | { at: "failed"; message: string }
  | { at: "nothing" }
  | { at: "ready"; paper: PaperContent };

/** Fetches what the address names. */
export function usePaper(indexAddress: string): PaperState {
  const [state, setState] = useState<PaperState>({ at: "loading" });
  useEffect(() => {
    let wanted = true;
    const show = (next: PaperState) => wanted && setState(next);
    load(indexAddress, new URLSearchParams(window.location.search)).then(
      (paper) => show(paper ? { at: "ready", paper } : { at: "nothing" }),
      (error: unknown) =>
        show({ at: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [indexAddress]);
  return state;
}

async function load(indexAddress: string, asked: URLSearchParams): Promise<PaperContent | null> {
  const index = await loadIndex(indexAddress);
  const topic = index.topics.find(({ id }) => id === asked.get("topic"));
  if (topic) {
    const { cards } = await loadPart(index, topic.id);
    return { topics: [topic.title], topic: topic.id, quiz: null, questions: paperQuestions(cards) };
  }
  const quiz = asked.get("take");
  const plan = quiz === null ? null : await takenPlan(quiz);
  return plan && { ...(await planned(index, plan)), topic: null, quiz };
}

/** A quiz's plan, its questions in the order they were asked; null of one that is not in the log. */
async function takenPlan(quiz: string): Promise<QuizPlan | null> {
  await readyLearner();
  await writesDone();
  const entries = await readQuiz(await learnerDatabase(), quiz);
  const taken = resumeQuiz(entries, quiz);
  return taken && { ...taken.plan, questions: askedFirst(taken) };
}

async function planned(index: DeckIndex, plan: QuizPlan) {
  const questions = plannedQuestions(plan, await loadPlan(index, plan));
  const asked = new Set(questions.map(({ card }) => card.topic));
  const topics = index.topics.filter(({ id }) => asked.has(id)).map(({ title }) => title);
  return { questions, topics };
}

"use client";

import { useEffect, useRef, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { advanceQuiz, type QuizEvent } from "#core/quiz/advance-quiz";
import { buildQuiz, retakeQuiz } from "#core/quiz/build-quiz";
import { type QuizSummary, quizHistory } from "#core/quiz/quiz-history";
import { type QuizSession, resumeSession, startQuiz } from "#core/quiz/quiz-session";
import { loadIndex, loadPart } from "#local/deck-store";
import { deviceNow } from "#local/device-time";
import { learnerDatabase, writesDone } from "#local/learner-store";
import { readQuiz, readQuizEntries } from "#local/local-log";
import { newId } from "#local/new-id";
import { readyLearner, syncSoon } from "#local/sync";
import { stepRecorder } from "./record-step";

type QuizState =
  | { at: "loading" }
  | { at: "failed"; message: string }
  | { at: "choosing"; index: DeckIndex; history: QuizSummary[] }
  | { at: "taking"; index: DeckIndex; history: QuizSummary[]; session: QuizSession };

export type QuizWish = { topics: string[]; length: number };

/** Holds the quiz page: what is open stands in the address, so that a reload comes back to it. */
export function useQuiz(indexAddress: string) {
  const [state, setState] = useState<QuizState>({ at: "loading" });
  const latest = useRef(state);
  const [record] = useState(stepRecorder);
  /** A quiz is being made ready: another press of the button starts no second one. */
  const busy = useRef(false);
  const show = (next: QuizState) => {
    latest.current = next;
    setState(next);
  };

  const arrive = async () => {
    try {
      const index = await loadIndex(indexAddress);
      await readyLearner();
      const taken = new URLSearchParams(window.location.search).get("take");
      const resumed = taken && (await resume(index, taken, record));
      show(resumed || { at: "choosing", index, history: await readHistory(index) });
    } catch (error) {
      show({ at: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };

  const begin = async (index: DeckIndex, plan: QuizPlan) => {
    if (busy.current) return;
    busy.current = true;
    try {
      // Nothing is logged of a quiz whose questions cannot be had.
      await loadTopics(index, plan);
      const quiz = newId();
      const started = { quiz, plan, deckVersion: index.version, now: deviceNow(), id: newId() };
      const { session, emits } = startQuiz(started);
      record(emits);
      window.history.pushState(null, "", `?take=${quiz}`);
      show({ at: "taking", index, history: await readHistory(index), session });
    } catch (error) {
      show({ at: "failed", message: error instanceof Error ? error.message : String(error) });
    } finally {
      busy.current = false;
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: arrives once for an address
  useEffect(() => {
    void arrive();
    const back = () => void arrive();
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [indexAddress]);

  return {
    state,
    start: ({ topics, length }: QuizWish) => {
      const { current } = latest;
      if (current.at !== "choosing") return;
      const { index } = current;
      void begin(index, buildQuiz({ index, topics, length, seed: newSeed() }));
    },
    retake: (cards: readonly string[]) => {
      const { current } = latest;
      if (current.at !== "taking") return;
      void begin(current.index, retakeQuiz(current.session.plan, cards, newSeed()));
    },
    open: (quiz: string) => {
      window.history.pushState(null, "", `?take=${quiz}`);
      void arrive();
    },
    leave: () => {
      window.history.pushState(null, "", "/quiz");
      void arrive();
    },
    advance: (event: QuizEvent) => {
      const { current } = latest;
      if (current.at !== "taking") return;
      const { session, emits } = advanceQuiz(current.session, event);
      record(emits);
      show({ ...current, session });
      if (session.stage.at === "finished") syncSoon(0);
    },
  };
}

async function resume(
  index: DeckIndex,
  quiz: string,
  record: ReturnType<typeof stepRecorder>,
): Promise<QuizState | null> {
  await writesDone();
  const entries = await readQuiz(await learnerDatabase(), quiz);
  const back = {
    quiz,
    entries,
    deckVersion: index.version,
    now: deviceNow(),
    id: newId(),
  };
  const resumed = resumeSession(back);
  if (!resumed) return null;
  record(resumed.emits);
  await loadTopics(index, resumed.session.plan);
  return { at: "taking", index, history: await readHistory(index), session: resumed.session };
}

async function readHistory(index: DeckIndex): Promise<QuizSummary[]> {
  await writesDone();
  return quizHistory(await readQuizEntries(await learnerDatabase()), index);
}

async function loadTopics(index: DeckIndex, plan: QuizPlan): Promise<void> {
  const cards = new Set(plan.questions.map(({ card }) => card));
  const topics = new Set(index.cards.filter(({ id }) => cards.has(id)).map(({ topic }) => topic));
  await Promise.all([...topics].map((topic) => loadPart(index, topic)));
}

function newSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

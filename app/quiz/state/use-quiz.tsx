"use client";

import { useRef, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { retakeQuiz } from "#core/quiz/build/build-quiz";
import { advanceQuiz, type QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizStep } from "#core/quiz/taking/quiz-session";
import { deviceNow } from "#local/store/device-time";
import { syncSoon } from "#local/sync/sync";
import { gradeGiven } from "./grade-given";
import { startNew } from "./open-quiz";
import { failed, type QuizState, readAddress, type Taking } from "./page-state";
import { stepRecorder } from "./record-step";
import { settleExam } from "./settle-exam";
import { takeQuizBack } from "./take-quiz-back";
import { useArrival } from "./use-arrival";

type Around = Omit<Taking, "at" | "session">;

/** Holds the quiz page: what is open stands in the address, so that a reload comes back to it. */
export function useQuiz(indexAddress: string) {
  const { state, latest, show } = useShown();
  const [record] = useState(stepRecorder);
  const once = useOneAtATime();
  const take = ({ session, emits }: QuizStep, { index, history, otherwise }: Around) => {
    record(emits);
    show({ at: "taking", index, history, session, ...(otherwise && { otherwise }) });
  };
  /** Shows an exam that is over as it counts: another device may have handed it in before. */
  const settle = async () => {
    const { current } = latest;
    if (current.at !== "taking") return;
    const { index, session } = current;
    const settled = await settleExam(index, session);
    if (settled && isShown(latest.current, session.quiz)) take(settled, { index, ...settled });
  };
  const arrive = async () => {
    const { state: there, emits } = await readAddress(indexAddress, window.location);
    record(emits);
    show(there);
  };
  const begin = (index: DeckIndex, plan: QuizPlan) =>
    once(async () => {
      try {
        const started = await startNew(index, plan);
        move(`?take=${started.session.quiz}`);
        take(started, { index, history: started.history });
      } catch (error) {
        show(failed(error));
      }
    });
  const advance = (event: QuizEvent) => {
    const { current } = latest;
    if (current.at !== "taking") return;
    const step = advanceQuiz(current.session, event);
    take(step, current);
    if (step.session.stage.at === "finished") syncSoon(0);
  };
  const go = (address: string) => {
    move(address);
    void arrive();
  };
  const move = useArrival(arrive, indexAddress);
  return {
    state,
    advance,
    settle,
    open: (quiz: string) => go(`?take=${quiz}`),
    leave: () => go("/quiz"),
    start: (plan: QuizPlan) => {
      const { current } = latest;
      if (current.at === "choosing" || current.at === "shared") void begin(current.index, plan);
    },
    retake: (cards: readonly string[]) => {
      const { current } = latest;
      if (current.at === "taking") {
        void begin(current.index, retakeQuiz(current.session.plan, cards));
      }
    },
    /** Takes a finished quiz's answers back, and shows it as the log then tells it. */
    takeBack: () =>
      once(async () => {
        const { current } = latest;
        if (current.at === "taking") await takeQuizBack(current.session.quiz);
        await arrive();
      }),
    /** Ends an exam at this moment; rejects when its answers cannot be graded. */
    handIn: async () => {
      const { current } = latest;
      if (current.at !== "taking") return;
      const now = deviceNow();
      const graded = await gradeGiven(current.index, current.session);
      advance({ type: "hand-in", graded, now });
    },
  };
}

/** Of what takes a moment, another press of the button starts no second one. */
function useOneAtATime() {
  const busy = useRef(false);
  return async (run: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    await run().finally(() => {
      busy.current = false;
    });
  };
}

/** What is shown, and the same for those who cannot wait for the next drawing. */
function useShown() {
  const [state, setState] = useState<QuizState>({ at: "loading" });
  const latest = useRef(state);
  const show = (next: QuizState) => {
    latest.current = next;
    setState(next);
  };
  return { state, latest, show };
}

const isShown = (state: QuizState, quiz: string): boolean =>
  state.at === "taking" && state.session.quiz === quiz;

"use client";

import { useRef, useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizPlan } from "#core/log/types";
import { retakeQuiz } from "#core/quiz/build/build-quiz";
import { advanceQuiz, type QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizStep } from "#core/quiz/taking/quiz-session";
import { forgetRunning } from "#local/browser/running-exam";
import { deviceNow } from "#local/store/device-time";
import { syncSoon } from "#local/sync/sync";
import { notePlace } from "./exam-place";
import { gradeGiven } from "./grade-given";
import { openQuiz, startNew } from "./open-quiz";
import { failed, type QuizState, readAddress, type Taking } from "./page-state";
import { stepRecorder } from "./record-step";
import { settleExam, whoEnded } from "./settle-exam";
import { takeQuizBack } from "./take-quiz-back";
import { useArrival } from "./use-arrival";
import { useOtherTabs } from "./use-other-tabs";

type Around = Omit<Taking, "at" | "session">;

/** Holds the quiz page: what is open stands in the address, so that a reload comes back to it. */
export function useQuiz(indexAddress: string) {
  const { state, latest, show } = useShown();
  const [record] = useState(stepRecorder);
  const once = useOneAtATime();
  const take = ({ session, emits }: QuizStep, { index, history, otherwise }: Around) => {
    record(emits);
    show({ at: "taking", index, history, session, ...(otherwise && { otherwise }) });
    if (isExam(session)) notePlace(session);
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
    if (step.session === current.session && step.emits.length === 0) return;
    take(step, current);
    if (step.session.stage.at === "finished") syncSoon(0);
  };
  const go = (address: string) => {
    move(address);
    void arrive();
  };
  const move = useArrival(arrive, indexAddress);
  const acts = quizActs({ latest, take, advance, arrive, begin, once });
  useOtherTabs(latest, {
    onAnswers: (answers) => advance({ type: "merge", now: deviceNow(), ...answers }),
    onEnded: () => void acts.reopen(),
  });
  return {
    ...{ state, advance, ...acts },
    open: (quiz: string) => go(`?take=${quiz}`),
    leave: () => go("/quiz"),
  };
}

type Page = {
  latest: { readonly current: QuizState };
  take: (step: QuizStep, around: Around) => void;
  advance: (event: QuizEvent) => void;
  arrive: () => Promise<void>;
  begin: (index: DeckIndex, plan: QuizPlan) => Promise<void>;
  once: (run: () => Promise<void>) => Promise<void>;
};

/** What the learner can do beside answering. */
function quizActs({ latest, take, advance, arrive, begin, once }: Page) {
  /** Shows the quiz with what was done in it elsewhere; true where it was ended there. */
  const reopen = async (): Promise<boolean> => {
    const { current } = latest;
    if (current.at !== "taking") return true;
    const { index, session } = current;
    const opened = await openQuiz(index, session.quiz);
    const isOver = opened?.session.stage.at === "finished";
    if (opened && isOver) {
      const otherwise = await whoEnded(session.quiz);
      if (isShown(latest.current, session.quiz)) take(opened, { index, ...opened, otherwise });
    } else if (opened) {
      const given = opened.session.given.filter((one) => one !== null);
      advance({ type: "merge", now: deviceNow(), given, reviews: [] });
    }
    return isOver;
  };
  return {
    reopen,
    /** Shows an exam that is over as it counts: another device may have handed it in before. */
    settle: async () => {
      const { current } = latest;
      if (current.at !== "taking") return;
      const { index, session } = current;
      const settled = await settleExam(index, session);
      const shown = latest.current;
      if (!settled || shown.at !== "taking" || shown.session.quiz !== session.quiz) return;
      // Who ended it stays told, unless the server knows better.
      const otherwise = settled.otherwise ?? shown.otherwise;
      take(settled, { index, ...settled, ...(otherwise && { otherwise }) });
    },
    start: (plan: QuizPlan) => {
      const { current } = latest;
      if ("index" in current) void begin(current.index, plan);
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
    /**
     * Ends an exam, or a placement that places what was right or does not, at this moment, with what
     * other tabs gave to it; rejects when its answers cannot be graded.
     */
    handIn: (places = false) =>
      once(async () => {
        const now = deviceNow();
        // Where the store cannot be read, what this page knows is all there is.
        const isOver = await reopen().catch(() => false);
        const { current } = latest;
        if (isOver || current.at !== "taking") return;
        const graded = await gradeGiven(current.index, current.session);
        advance({ type: "hand-in", graded, now, places });
      }),
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
    if (next.at === "taking" && next.session.stage.at === "finished") {
      forgetRunning(next.session.quiz);
    }
    latest.current = next;
    setState(next);
  };
  return { state, latest, show };
}

const isShown = (state: QuizState, quiz: string): boolean =>
  state.at === "taking" && state.session.quiz === quiz;

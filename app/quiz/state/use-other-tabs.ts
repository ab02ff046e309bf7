import { useEffect, useRef } from "react";
import { answersIn, type Elsewhere } from "#core/quiz/taking/merge-elsewhere";
import { currentLearner, subscribeLearner } from "#local/store/learner";
import type { QuizState } from "./page-state";

type Acts = {
  /** What was answered in the quiz on the page, by what this browser knows. */
  onAnswers: (answers: Elsewhere) => void;
  /** The quiz on the page is over. */
  onEnded: () => void;
};

/**
 * Hears what another tab, or another device by the last sync, did in the quiz on the page: what is
 * answered there counts here, and what is ended there is ended.
 */
export function useOtherTabs(latest: { readonly current: QuizState }, acts: Acts): void {
  const act = useRef(acts);
  useEffect(() => {
    act.current = acts;
  });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const { current } = latest;
      if (current.at !== "taking" || current.session.stage.at === "finished") return;
      const { quiz } = current.session;
      const entries = currentLearner()?.recent ?? [];
      const isOver = entries.some(
        (entry) => entry.type === "quiz" && entry.quiz === quiz && entry.event === "finish",
      );
      if (isOver) act.current.onEnded();
      else act.current.onAnswers(answersIn(entries, quiz));
    };
    const leave = subscribeLearner(() => {
      // This page's own steps are on it in a moment.
      clearTimeout(waiting);
      waiting = setTimeout(look, 0);
    });
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, [latest]);
}

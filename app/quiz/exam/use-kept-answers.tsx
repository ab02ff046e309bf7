import { useCallback, useEffect, useRef } from "react";
import type { Answer } from "#core/grading/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { spentOn } from "#core/quiz/taking/keep-given";
import { isExam, type QuizSession } from "#core/quiz/taking/quiz-session";
import { deviceNow } from "#local/store/device-time";
import { keepDraft } from "#local/store/kept-drafts";
import { currentOwner } from "#local/store/learner";
import { newId } from "#local/store/new-id";

/** Typing rests when no key came for so long; milliseconds. */
const rest = 3_000;

type Acts = { session: QuizSession; onEvent: (event: QuizEvent) => void };
type Keep = Extract<QuizEvent, { type: "keep" }>;

/**
 * Keeps what is answered as it is made: at once beside the browser's store, and in an exam as one
 * entry when the typing rests, the question is left or the page goes out of sight. `keep` takes what
 * stands in the inputs; `settle` makes the entry now.
 */
export function useKeptAnswers({ session, onEvent }: Acts) {
  const latest = useRef({ session, onEvent });
  useEffect(() => {
    latest.current = { session, onEvent };
  });
  const waiting = useRef<Keep | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const { current } = waiting;
    if (!current) return;
    waiting.current = null;
    latest.current.onEvent(current);
  }, []);
  const keep = useCallback(
    (answer: Answer) => {
      const { session } = latest.current;
      const event = keepEvent(session, answer);
      if (!event) return;
      const { quiz, plan } = session;
      const { question, duration, now } = event;
      const card = plan.questions[question]?.card ?? "";
      keepDraft(currentOwner(), quiz, { card, answer, at: now.ms, duration });
      // Elsewhere an answer is nothing before it is handed in.
      if (!isExam(session)) return;
      waiting.current = event;
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, rest);
    },
    [settle],
  );
  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && settle();
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", settle);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", settle);
      settle();
    };
  }, [settle]);
  return { keep, settle };
}

/** Null where no question is asked. */
function keepEvent(session: QuizSession, answer: Answer): Keep | null {
  const { stage } = session;
  if (stage.at !== "asking") return null;
  const now = deviceNow();
  const { question } = stage;
  return { type: "keep", question, answer, duration: spentOn(stage, now.ms), now, id: newId() };
}

import { useEffect, useRef, useState } from "react";
import type { ExamCheck } from "#core/quiz/exam/exam-check";
import { agreedDeadline } from "#core/quiz/exam/exam-clock";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { askExam } from "#local/sync/ask-exam";

type Acts = {
  onEvent: (event: QuizEvent) => void;
  /** The exam was handed in on another device. */
  onEnded: () => void;
};

/**
 * Keeps an exam to the server's clock: asks for it at once, and whenever the page or the network
 * comes back. Gives whose clock it goes by.
 */
export function useServerClock(session: QuizSession, acts: Acts): ExamCheck["clock"] {
  const [clock, setClock] = useState<ExamCheck["clock"]>("device");
  const latest = useRef({ session, acts });
  useEffect(() => {
    latest.current = { session, acts };
  });
  const { quiz } = session;
  useEffect(() => {
    let left = false;
    const ask = async () => {
      const heard = await askExam(quiz);
      if (left || !heard) return;
      const { session: now, acts: act } = latest.current;
      if (heard.end) return act.onEnded();
      setClock(heard.clock);
      if (heard.left === null || now.deadline === null) return;
      const deadline = agreedDeadline({ ...heard, left: heard.left, deadline: now.deadline });
      act.onEvent({ type: "clock", deadline });
    };
    const shown = () => document.visibilityState === "visible" && void ask();
    void ask();
    window.addEventListener("online", ask);
    document.addEventListener("visibilitychange", shown);
    return () => {
      left = true;
      window.removeEventListener("online", ask);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [quiz]);
  return clock;
}

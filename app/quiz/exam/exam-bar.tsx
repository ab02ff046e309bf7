"use client";

import { useEffect } from "react";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { noteRunning } from "#local/browser/running-exam";
import { deviceNow } from "#local/store/device-time";
import { currentOwner } from "#local/store/learner";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";
import { ExamClock } from "./exam-clock";
import { LeaveDialog } from "./leave-dialog";
import { useLeaving } from "./use-leaving";
import { useServerClock } from "./use-server-clock";

type Props = {
  session: QuizSession;
  onEvent: (event: QuizEvent) => void;
  onHandIn: () => void;
  /** The exam was handed in on another device. */
  onEnded: () => void;
};

/** Above every page of an exam: its clock, and the way to all its questions. */
export function ExamBar({ session, onEvent, onHandIn, onEnded }: Props) {
  const { deadline } = session;
  const clock = useServerClock(session, { onEvent, onEnded });
  const { quiz } = session;
  useEffect(() => {
    if (deadline !== null) noteRunning({ owner: currentOwner(), quiz, deadline });
  }, [quiz, deadline]);
  const leaving = useLeaving(deadline !== null);
  const text = examText();
  return (
    <div className={styles.bar}>
      {deadline !== null && (
        <div>
          <ExamClock deadline={deadline} onEnd={onHandIn} />
          <span className={styles.whose}>{text.whoseClock[clock]}</span>
        </div>
      )}
      {session.stage.at !== "overview" && (
        <button
          type="button"
          className={controls.quiet}
          onClick={() => onEvent({ type: "overview" })}
        >
          {text.allQuestions}
        </button>
      )}
      {leaving.to !== null && deadline !== null && (
        <LeaveDialog
          left={deadline - deviceNow().ms}
          onStay={leaving.stay}
          onLeave={leaving.leave}
        />
      )}
    </div>
  );
}

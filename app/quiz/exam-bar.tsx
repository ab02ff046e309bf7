"use client";

import type { QuizEvent } from "#core/quiz/advance-quiz";
import { deadlineOf } from "#core/quiz/exam-clock";
import type { QuizSession } from "#core/quiz/quiz-session";
import { examText } from "#core/text/exam-text";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";
import { ExamClock } from "./exam-clock";

type Props = {
  session: QuizSession;
  onEvent: (event: QuizEvent) => void;
  onHandIn: () => void;
};

/** Above every page of an exam: its clock, and the way to all its questions. */
export function ExamBar({ session, onEvent, onHandIn }: Props) {
  const deadline = deadlineOf(session);
  return (
    <div className={styles.bar}>
      {deadline !== null && <ExamClock deadline={deadline} onEnd={onHandIn} />}
      {session.stage.at !== "overview" && (
        <button
          type="button"
          className={controls.quiet}
          onClick={() => onEvent({ type: "overview" })}
        >
          {examText().allQuestions}
        </button>
      )}
    </div>
  );
}

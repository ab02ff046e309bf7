"use client";

import { useEffect, useRef } from "react";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { deviceNow } from "#local/store/device-time";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";

type Props = {
  session: QuizSession;
  onEvent: (event: QuizEvent) => void;
  onHandIn: () => void;
};

/** All questions of an exam, answered or open, and the way to its end. */
export function ExamOverview({ session, onEvent, onHandIn }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const text = examText();
  const open = session.given.filter((given) => given === null).length;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.overview}
      </h1>
      <p>{text.openOnes(open)}</p>
      <ul className={styles.grid}>
        {session.plan.questions.map(({ card }, question) => (
          <li key={card}>
            <button
              type="button"
              className={controls.button}
              onClick={() => onEvent({ type: "go", question, now: deviceNow() })}
            >
              {text.question(question + 1)}{" "}
              <span className={styles.state}>
                {session.given[question] ? text.answered : text.open}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p>{text.onTrust}</p>
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={onHandIn}>
          {text.handIn}
        </button>
      </div>
    </>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import type { MachineCard } from "#core/grading/machine-card";
import { type GivenState, givenState } from "#core/quiz/exam/given-state";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { deviceNow } from "#local/store/device-time";
import controls from "#ui/controls.module.css";
import styles from "./exam.module.css";
import { FinishQuestion } from "./finish-question";

type Props = {
  session: QuizSession;
  /** A question's card, null where it is not at hand. */
  cardAt: (question: number) => MachineCard | null;
  onEvent: (event: QuizEvent) => void;
  onHandIn: () => void;
};

/** All questions of an exam, answered or open, and the way to its end. */
export function ExamOverview({ session, cardAt, onEvent, onHandIn }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const finish = useRef<HTMLButtonElement>(null);
  const [end, setEnd] = useState<"open" | "asked" | "later">("open");
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    // The button that was pressed is gone with the question.
    if (end === "later") finish.current?.focus();
  }, [end]);
  const text = examText();
  const states = session.given.map((given, question) => givenState(cardAt(question), given));
  const placesOf = (wanted: GivenState) =>
    states.flatMap((state, question) => (state === wanted ? [question + 1] : []));
  const marked = session.given.flatMap((given, question) => (given?.marked ? [question + 1] : []));
  const open = placesOf("open");
  const begun = placesOf("begun");
  const isWhole = open.length + begun.length + marked.length === 0;
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {text.overview}
      </h1>
      <p>{text.openOnes(open.length)}</p>
      <ul className={styles.grid}>
        {session.plan.questions.map(({ card }, question) => (
          <li key={card}>
            <button
              type="button"
              className={controls.button}
              data-state={states[question]}
              onClick={() => onEvent({ type: "go", question, now: deviceNow() })}
            >
              {text.question(question + 1)}{" "}
              <span className={styles.state}>
                {text.states[states[question] ?? "open"]}
                {session.given[question]?.marked && `, ${text.marked}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p>{text.onTrust}</p>
      {end === "asked" ? (
        <FinishQuestion
          {...{ open, begun, marked }}
          onFinish={onHandIn}
          onBack={() => setEnd("later")}
        />
      ) : (
        <div className={controls.actions}>
          <button
            ref={finish}
            type="button"
            className={controls.strong}
            onClick={isWhole ? onHandIn : () => setEnd("asked")}
          >
            {text.finish}
          </button>
        </div>
      )}
    </>
  );
}

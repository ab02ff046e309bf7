"use client";

import { useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { ExamBar } from "#quiz/exam/exam-bar";
import { ExamOverview } from "#quiz/exam/exam-overview";
import styles from "#quiz/quiz.module.css";
import { QuizQuestion } from "./quiz-question";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  onEvent: (event: QuizEvent) => void;
  /** Rejects when the answers cannot be graded now. */
  onHandIn: () => Promise<void>;
  /** It was handed in on another device. */
  onEnded: () => void;
};

/** A quiz under way: its question, or the list of all in an exam. */
export function TakenQuiz({ index, session, onEvent, onHandIn, onEnded }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const text = examText();
  const handIn = async () => {
    setSaid(text.handingIn);
    await onHandIn().catch(() => {
      setSaid(text.notHandedIn);
      onEvent({ type: "overview" });
    });
  };
  const { stage } = session;
  return (
    <div className={styles.column}>
      {isExam(session) && (
        <>
          <ExamBar session={session} onEvent={onEvent} onHandIn={handIn} onEnded={onEnded} />
          <p role="status">{said}</p>
        </>
      )}
      {stage.at === "overview" && (
        <ExamOverview session={session} onEvent={onEvent} onHandIn={handIn} />
      )}
      {"question" in stage && (
        <QuizQuestion index={index} session={session} stage={stage} onEvent={onEvent} />
      )}
    </div>
  );
}

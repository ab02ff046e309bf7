"use client";

import { quizText } from "#core/text/quiz/quiz-text";
import { QuizResult } from "#quiz/result/quiz-result";
import { QuizSetup } from "#quiz/setup/quiz-setup";
import { SharedQuiz } from "#quiz/share/shared-quiz";
import { useExamNote } from "#quiz/state/use-exam-note";
import { useQuiz } from "#quiz/state/use-quiz";
import { TakenQuiz } from "#quiz/taking/taken-quiz";
import styles from "./quiz.module.css";

/** Choosing a quiz, taking it, and reading its result. */
export function Quiz({ indexAddress }: { indexAddress: string }) {
  const { state, ...act } = useQuiz(indexAddress);
  const note = useExamNote(state.at === "taking" ? state : null, act.settle);
  const text = quizText();
  switch (state.at) {
    case "loading":
      return (
        <div className={styles.column} aria-busy="true">
          <h1>{text.title}</h1>
          <p className={styles.muted}>{text.fetching}</p>
          <noscript>{text.needsJavaScript}</noscript>
        </div>
      );
    case "failed":
      return (
        <div className={styles.column}>
          <h1>{text.notOpened}</h1>
          <p role="alert">{state.message}</p>
          <p>{text.kept}</p>
        </div>
      );
    case "choosing":
      return (
        <QuizSetup
          index={state.index}
          history={state.history}
          onStart={act.start}
          onOpen={act.open}
        />
      );
    case "shared":
      return (
        <SharedQuiz
          // Another link is another page.
          key={state.text}
          index={state.index}
          read={state.read}
          onStart={act.start}
          onNew={act.leave}
        />
      );
    case "taking":
      return state.session.stage.at === "finished" ? (
        <QuizResult
          index={state.index}
          session={state.session}
          history={state.history}
          note={note}
          onRetake={act.retake}
          onNew={act.leave}
          onStart={act.start}
          onTakeBack={act.takeBack}
        />
      ) : (
        <TakenQuiz
          index={state.index}
          session={state.session}
          onEvent={act.advance}
          onHandIn={act.handIn}
          onEnded={() => void act.settle()}
        />
      );
  }
}

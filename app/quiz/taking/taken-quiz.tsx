"use client";

import { useState } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { ExamBar } from "#quiz/exam/exam-bar";
import { ExamOverview } from "#quiz/exam/exam-overview";
import { useKeptAnswers } from "#quiz/exam/use-kept-answers";
import styles from "#quiz/quiz.module.css";
import { DraftProvider } from "#ui/answers/parts/draft";
import { useOnePress } from "#ui/keys/one-press";
import { PlacingQuestion } from "./placing-question";
import { questionAt } from "./question-at";
import { QuizQuestion } from "./quiz-question";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  onEvent: (event: QuizEvent) => void;
  /** Rejects when the answers cannot be graded now. */
  onHandIn: (places?: boolean) => Promise<void>;
  /** It was handed in on another device. */
  onEnded: () => void;
};

/** A quiz under way: its question, the list of all in an exam, or what a placement would place. */
export function TakenQuiz({ index, session, onEvent, onHandIn, onEnded }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const { keep, settle } = useKeptAnswers({ session, onEvent });
  const text = examText();
  /** What stands in the inputs comes before whatever is done next. */
  const act = (event: QuizEvent) => {
    settle();
    onEvent(event);
  };
  const handIn = async (places?: boolean) => {
    settle();
    setSaid(text.finishing);
    await onHandIn(places).catch(() => {
      setSaid(text.notFinished);
      if (isExam(session)) onEvent({ type: "overview" });
    });
  };
  const { stage } = session;
  // An exam's questions may be gone through as fast as one clicks.
  const isAsked = "question" in stage && !isExam(session);
  useOnePress(isAsked ? `${stage.question} ${stage.at}` : stage.at);
  return (
    <div className={styles.column}>
      {isExam(session) && (
        <ExamBar session={session} onEvent={act} onHandIn={() => void handIn()} onEnded={onEnded} />
      )}
      {(isExam(session) || stage.at === "placing") && <p role="status">{said}</p>}
      {stage.at === "overview" && (
        <ExamOverview
          session={session}
          cardAt={(question) => questionAt(index, session, question)?.card ?? null}
          onEvent={act}
          onHandIn={() => void handIn()}
        />
      )}
      {stage.at === "placing" && (
        <PlacingQuestion index={index} session={session} onPlace={handIn} />
      )}
      {"question" in stage && (
        <DraftProvider value={keep}>
          <QuizQuestion index={index} session={session} stage={stage} onEvent={act} />
        </DraftProvider>
      )}
    </div>
  );
}

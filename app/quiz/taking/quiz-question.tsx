"use client";

import { useEffect } from "react";
import type { DeckIndex } from "#core/content/types";
import { isMachineGraded } from "#core/grading/machine-card";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizSession, type QuizStage } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { findCard } from "#local/deck/deck-store";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { ExamSteps } from "#quiz/exam/exam-steps";
import { SubmitWordsProvider } from "#ui/form/submit-words";
import { QuestionCard } from "./question-card";
import { QuizTrain } from "./quiz-train";

type Props = {
  index: DeckIndex;
  session: QuizSession;
  stage: Extract<QuizStage, { question: number }>;
  onEvent: (event: QuizEvent) => void;
};

/** One question, then, but for an exam, its verdict and explanation. */
export function QuizQuestion(props: Props) {
  const { index, session, stage, onEvent } = props;
  const { question } = stage;
  const entry = index.cards.find((card) => card.id === session.plan.questions[question]?.card);
  const shown = entry && findCard(entry.topic, entry.id);
  const isGone = !shown || !isMachineGraded(shown.card.kind);
  const exam = isExam(session);
  useEffect(() => {
    // A question whose card has left the deck cannot be asked; in an exam the list of all says so.
    if (isGone && !exam) onEvent({ type: "skip", now: deviceNow(), id: newId() });
  }, [isGone, exam, onEvent]);
  const card = shown && !isGone && <QuestionCard key={question} {...props} shown={shown} />;
  return (
    <>
      <QuizTrain index={index} session={session} question={question} />
      {exam ? (
        <SubmitWordsProvider value={examText().keep}>
          {card || <p role="alert">{examText().gone}</p>}
          <ExamSteps session={session} question={question} onEvent={onEvent} />
        </SubmitWordsProvider>
      ) : (
        card
      )}
    </>
  );
}

"use client";

import { useEffect, useMemo } from "react";
import type { DeckIndex } from "#core/content/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import { isExam, type QuizSession, type QuizStage } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { ExamSteps } from "#quiz/exam/exam-steps";
import { SubmitWordsProvider } from "#ui/form/submit-words";
import { questionAt } from "./question-at";
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
  const { plan } = session;
  const asked = useMemo(() => questionAt(index, { plan }, question), [index, plan, question]);
  const isGone = asked === null;
  const exam = isExam(session);
  useEffect(() => {
    // A question whose card has left the deck cannot be asked; in an exam the list of all says so.
    if (isGone && !exam) onEvent({ type: "skip", now: deviceNow(), id: newId() });
  }, [isGone, exam, onEvent]);
  const card = asked && <QuestionCard key={question} {...props} asked={asked} />;
  return (
    <>
      <QuizTrain session={session} question={question} />
      {exam ? (
        <SubmitWordsProvider value={examText().keep}>
          {card || <p role="alert">{examText().gone}</p>}
          {stage.at !== "sure" && (
            <ExamSteps
              session={session}
              question={question}
              kind={asked?.card.kind ?? null}
              onEvent={onEvent}
            />
          )}
        </SubmitWordsProvider>
      ) : (
        card
      )}
    </>
  );
}

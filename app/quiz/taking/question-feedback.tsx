"use client";

import { useEffect, useRef } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Concept } from "#core/content/types";
import { canOverrule, type QuizEvent } from "#core/quiz/taking/advance-quiz";
import { type QuizSession, type QuizStage, wasRight } from "#core/quiz/taking/quiz-session";
import { quizText } from "#core/text/quiz/quiz-text";
import { cardText } from "#core/text/study/card-text";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { sendReport } from "#local/sync/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { BottomBar } from "#ui/bar/bottom-bar";
import { CardBack } from "#ui/card/card-back";
import { VerdictLine } from "#ui/card/verdict-line";
import controls from "#ui/controls.module.css";
import { focusVerdict } from "#ui/keys/focus";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import { ReportButton } from "#ui/report/report-button";

type Feedback = Extract<QuizStage, { at: "feedback" }>;
type FindingsProps = {
  session: QuizSession;
  feedback: Feedback;
  shortcuts: boolean;
  onEvent: (event: QuizEvent) => void;
};

/** What was found of an answer, right below the question, and the way on in the bar. */
export function QuestionFindings({ session, feedback, shortcuts, onEvent }: FindingsProps) {
  const place = useRef<HTMLDivElement>(null);
  const next = () => onEvent({ type: "next", now: deviceNow(), id: newId() });
  const overrule = () =>
    onEvent({ type: "overrule", now: deviceNow(), id: newId(), voidId: newId() });
  const mayOverrule = canOverrule(feedback);
  useKeys({ space: next, Enter: next, i: mayOverrule ? overrule : null }, shortcuts);
  useEffect(() => focusVerdict(place.current), []);
  const text = quizText();
  return (
    <div ref={place}>
      <VerdictLine verdict={feedback.verdict} overruled={feedback.review.overruled} />
      {mayOverrule && (
        <button type="button" className={controls.quiet} onClick={overrule}>
          {cardText().iWasRight} <Key name="i" />
        </button>
      )}
      <BottomBar>
        <button type="button" className={controls.strong} onClick={next}>
          {isLast(session) ? text.seeResult : text.nextQuestion} <Key name="space" />
        </button>
      </BottomBar>
    </div>
  );
}

type Props = { card: DrawnCard; concept: Concept; feedback: Feedback };

/** What there is to read on, once a question is answered. */
export function QuestionFeedback({ card, concept, feedback }: Props) {
  return (
    <>
      <AnswerNotes card={card} given={feedback.review.answer} />
      <CardBack card={card} concept={concept} />
      <ReportButton card={card} onReport={sendReport} />
    </>
  );
}

function isLast(session: QuizSession): boolean {
  return session.plan.questions.every((_, question) => wasRight(session, question) !== null);
}

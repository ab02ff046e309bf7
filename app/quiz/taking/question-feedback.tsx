"use client";

import { useEffect, useRef } from "react";
import type { DrawnCard } from "#core/content/draw-card";
import type { Concept } from "#core/content/types";
import { canOverrule, type QuizEvent } from "#core/quiz/taking/advance-quiz";
import { type QuizSession, type QuizStage, wasRight } from "#core/quiz/taking/quiz-session";
import { quizText } from "#core/text/quiz/quiz-text";
import { cardText } from "#core/text/study/card-text";
import { keyText } from "#core/text/study/key-text";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { sendReport } from "#local/sync/send-report";
import { AnswerNotes } from "#ui/answers/answer-notes";
import { CardBack } from "#ui/card/card-back";
import { VerdictLine } from "#ui/card/verdict-line";
import controls from "#ui/controls.module.css";
import { focusVerdict } from "#ui/keys/focus";
import { Key } from "#ui/keys/key";
import { KeyHints } from "#ui/keys/key-hints";
import { useKeys } from "#ui/keys/use-keys";
import { ReportButton } from "#ui/report/report-button";

type Props = {
  card: DrawnCard;
  concept: Concept;
  session: QuizSession;
  feedback: Extract<QuizStage, { at: "feedback" }>;
  shortcuts: boolean;
  onEvent: (event: QuizEvent) => void;
};

/** What was found of an answer, why, and the way on. */
export function QuestionFeedback(props: Props) {
  const { card, concept, session, feedback, shortcuts, onEvent } = props;
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
          {cardText().iWasRight}
        </button>
      )}
      <AnswerNotes card={card} given={feedback.review.answer} />
      <CardBack card={card} concept={concept} />
      <div className={controls.actions}>
        <button type="button" className={controls.strong} onClick={next}>
          {isLast(session) ? text.seeResult : text.nextQuestion} <Key name="space" />
        </button>
      </div>
      <ReportButton card={card} onReport={sendReport} />
      <KeyHints
        hints={[
          { keys: "space", does: keyText().next },
          ...(mayOverrule ? [{ keys: "i", does: keyText().iWasRight }] : []),
        ]}
      />
    </div>
  );
}

function isLast(session: QuizSession): boolean {
  return session.plan.questions.every((_, question) => wasRight(session, question) !== null);
}

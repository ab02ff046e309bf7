"use client";

import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { deviceNow } from "#local/store/device-time";
import { useLearner } from "#local/store/use-learner";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";

type Props = { session: QuizSession; question: number; onEvent: (event: QuizEvent) => void };

/** From one question of an exam to its neighbours, answered or not. */
export function ExamSteps({ session, question, onEvent }: Props) {
  const last = session.plan.questions.length - 1;
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const go = (to: number) =>
    onEvent(to > last ? { type: "overview" } : { type: "go", question: to, now: deviceNow() });
  const back = question > 0 ? () => go(question - 1) : null;
  const on = () => go(question + 1);
  useKeys({ ArrowLeft: back, ArrowRight: on }, shortcuts);
  const text = examText();
  return (
    <div className={controls.actions}>
      {back && (
        <button type="button" className={controls.button} onClick={back}>
          <Key name="←" /> {text.previous}
        </button>
      )}
      <button type="button" className={controls.button} onClick={on}>
        {question === last ? text.allQuestions : text.next} <Key name="→" />
      </button>
    </div>
  );
}

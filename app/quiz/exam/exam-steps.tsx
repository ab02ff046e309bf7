"use client";

import type { CardKind } from "#core/content/types";
import type { QuizEvent } from "#core/quiz/taking/advance-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { examText } from "#core/text/quiz/exam-text";
import { deviceNow } from "#local/store/device-time";
import { newId } from "#local/store/new-id";
import { useLearner } from "#local/store/use-learner";
import { BottomBar } from "#ui/bar/bottom-bar";
import controls from "#ui/controls.module.css";
import { Key } from "#ui/keys/key";
import { useKeys } from "#ui/keys/use-keys";
import styles from "./exam.module.css";

type Props = {
  session: QuizSession;
  question: number;
  /** Null of a question whose card is gone. */
  kind: CardKind | null;
  onEvent: (event: QuizEvent) => void;
};

/** From one question of an exam to its neighbours, answered or not, and a mark to find it by. */
export function ExamSteps({ session, question, kind, onEvent }: Props) {
  const last = session.plan.questions.length - 1;
  const shortcuts = useLearner()?.settings.shortcuts ?? true;
  const go = (to: number) =>
    onEvent(to > last ? { type: "overview" } : { type: "go", question: to, now: deviceNow() });
  const back = question > 0 ? () => go(question - 1) : null;
  const on = () => go(question + 1);
  const isMarked = session.given[question]?.marked ?? false;
  const mark = (marked: boolean) => {
    if (kind === null) return;
    onEvent({ type: "mark", question, kind, marked, now: deviceNow(), id: newId() });
  };
  useKeys({ ArrowLeft: back, ArrowRight: on }, shortcuts);
  const text = examText();
  return (
    <BottomBar
      side={
        <label className={styles.mark}>
          <input
            type="checkbox"
            checked={isMarked}
            disabled={kind === null}
            onChange={(event) => mark(event.target.checked)}
          />
          {text.mark}
        </label>
      }
    >
      <button type="button" className={controls.button} disabled={!back} onClick={() => back?.()}>
        <Key name="←" /> {text.previous}
      </button>
      <button type="button" className={controls.button} onClick={on}>
        {question === last ? text.allQuestions : text.next} <Key name="→" />
      </button>
    </BottomBar>
  );
}

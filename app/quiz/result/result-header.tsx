import type { Ref } from "react";
import type { QuizScore } from "#core/quiz/score/score-quiz";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { quizResultText } from "#core/text/quiz/quiz-result-text";
import { quizSetupText } from "#core/text/quiz/quiz-setup-text";
import styles from "./result.module.css";
import { groupRows, type ResultRow } from "./result-rows";
import { factWords, meaningWords, missedWords } from "./result-words";

type Props = {
  ref: Ref<HTMLHeadingElement>;
  session: QuizSession;
  score: QuizScore;
  rows: readonly ResultRow[];
  comesBack: (card: string) => boolean;
};

/** The score, what it means, and what becomes of what was missed. */
export function ResultHeader({ ref, session, score, rows, comesBack }: Props) {
  const text = quizResultText();
  const { sure, missed, open } = groupRows(rows);
  const wrong = [...sure, ...missed];
  const coming = wrong.filter(({ card }) => comesBack(card.id)).length;
  const { name } = quizSetupText().styles[session.plan.style ?? "practice"];
  return (
    <>
      <p className={styles.muted}>{text.kind(name, score.asked)}</p>
      <h1 ref={ref} tabIndex={-1} className={styles.score}>
        {text.score(score.right, score.asked)}
      </h1>
      <p className={styles.lead}>{meaningWords(score, session)}</p>
      <p className={styles.muted}>{factWords(score)}</p>
      {!session.takenBack && (
        <p>{missedWords({ missed: wrong.length, coming, open: open.length })}</p>
      )}
    </>
  );
}

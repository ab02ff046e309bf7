import { quizResultText } from "#core/text/quiz/quiz-result-text";
import controls from "#ui/controls.module.css";
import styles from "./result.module.css";
import { groupRows, type ResultRow } from "./result-rows";

type Props = {
  rows: readonly ResultRow[];
  onRetake: (cards: readonly string[]) => void;
  onNew: () => void;
};

/** Where to go from here. */
export function ResultWays({ rows, onRetake, onNew }: Props) {
  const text = quizResultText();
  const right = new Set(groupRows(rows).right);
  const missed = rows.filter((row) => !right.has(row)).map(({ card }) => card.id);
  return (
    <div className={`${controls.actions} ${styles.notOnPaper}`}>
      {missed.length > 0 && (
        <button type="button" className={controls.strong} onClick={() => onRetake(missed)}>
          {text.retakeMissed}
        </button>
      )}
      <button
        type="button"
        className={controls.button}
        onClick={() => onRetake(rows.map(({ card }) => card.id))}
      >
        {text.retakeAll}
      </button>
      <button type="button" className={controls.button} onClick={onNew}>
        {text.newQuiz}
      </button>
    </div>
  );
}

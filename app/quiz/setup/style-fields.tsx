import { quizStyles } from "#core/log/types";
import { quizSetupText } from "#core/text/quiz/quiz-setup-text";
import styles from "#quiz/quiz.module.css";
import { quizLengths, type SetupWish } from "./setup-wish";

type Props = { wish: SetupWish; onChange: (change: Partial<SetupWish>) => void };

/** How a quiz is taken, how long it is, and whether it asks how sure the learner is. */
export function StyleFields({ wish, onChange }: Props) {
  const text = quizSetupText();
  return (
    <>
      <fieldset className={styles.styles}>
        <legend>{text.style}</legend>
        {quizStyles.map((style) => (
          <label key={style}>
            <input
              type="radio"
              name="style"
              checked={wish.style === style}
              aria-describedby={`style-${style}`}
              onChange={() => onChange({ style })}
            />
            <span>{text.styles[style].name}</span>
            <span id={`style-${style}`} className={styles.tells}>
              {text.styles[style].tells}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.lengths}>
        <legend>{text.questions}</legend>
        {quizLengths.map((length) => (
          <label key={length}>
            <input
              type="radio"
              name="length"
              checked={wish.length === length}
              onChange={() => onChange({ length })}
            />
            <span>{length}</span>
          </label>
        ))}
      </fieldset>
      {wish.style === "placement" ? (
        <p className={styles.muted}>{text.alwaysAsks}</p>
      ) : (
        <label className={styles.asks}>
          <input
            type="checkbox"
            checked={wish.asksConfidence}
            onChange={(event) => onChange({ asksConfidence: event.target.checked })}
          />
          {text.asksConfidence}
        </label>
      )}
    </>
  );
}

import { answerText } from "#core/text/study/answer-text";
import styles from "./answers.module.css";

/** Right or not yet, by shape and word as well as by colour. */
export function Mark({ right }: { right: boolean }) {
  const text = answerText();
  return (
    <span className={styles.mark} data-right={right}>
      <span aria-hidden="true">{right ? "✓" : "✕"}</span>
      <span className="visually-hidden">{`${right ? text.markRight : text.markWrong} `}</span>
    </span>
  );
}

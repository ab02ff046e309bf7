import { quizResultText } from "#core/text/quiz/quiz-result-text";
import styles from "./result.module.css";
import { groupRows, type ResultRow } from "./result-rows";
import { ReviewedQuestion } from "./reviewed-question";

/**
 * Every question with its answer. Confident mistakes come first: errors made with high confidence
 * are the likeliest to be corrected by feedback (B. Butterfield and J. Metcalfe, "Errors committed
 * with high confidence are hypercorrected", 2001). What was right is folded.
 */
export function ResultQuestions({ rows }: { rows: readonly ResultRow[] }) {
  const { sure, missed, open, right } = groupRows(rows);
  const text = quizResultText();
  return (
    <>
      <Group title={text.sure} why={text.sureWhy} rows={sure} />
      <Group title={text.notYet} rows={missed} />
      <Group title={text.notAnswered} rows={open} />
      <Group title={text.right} rows={right} folded />
    </>
  );
}

type GroupProps = { title: string; why?: string; rows: readonly ResultRow[]; folded?: boolean };

function Group({ title, why, rows, folded = false }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {why && <p className={styles.muted}>{why}</p>}
      {rows.map((row) => (
        <ReviewedQuestion key={row.card.id} row={row} open={!folded} />
      ))}
    </section>
  );
}

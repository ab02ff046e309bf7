import { calibration } from "#core/progress/calibration";
import { certaintyPoints } from "#core/quiz/score/confidence-points";
import type { QuizSession } from "#core/quiz/taking/quiz-session";
import { calibrationText } from "#core/text/quiz/calibration-text";
import { CalibrationChart } from "#ui/progress/calibration-chart";
import styles from "./result.module.css";

/** How sure the learner was, in points and as a chart; nothing where nobody said so. */
export function ResultSure({ answers }: Pick<QuizSession, "answers">) {
  const found = calibration(answers);
  if (found.count === 0) return null;
  const { total, possible } = certaintyPoints(answers);
  const text = calibrationText();
  return (
    <section className={styles.part}>
      <h2>{text.title}</h2>
      <p className={styles.points}>{text.points(total, possible)}</p>
      <CalibrationChart calibration={found} />
    </section>
  );
}

import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import styles from "#ui/answers/parts/answers.module.css";
import { Mark } from "#ui/answers/parts/mark";

type Props = { text: string; accept: readonly string[]; exact: boolean; verdict: Verdict };

/** What was typed, and what is accepted. */
export function TypedReview({ text, accept, exact, verdict }: Props) {
  const [right, ...also] = accept;
  const says = answerText();
  const typed = exact ? <code>{text}</code> : text;
  return (
    <dl className={styles.facts}>
      <dt>{says.youTyped}</dt>
      <dd>
        <Mark right={verdict.outcome === "correct"} /> {text === "" ? says.typedNothing : typed}
      </dd>
      {right !== undefined && (
        <>
          <dt>{says.right}</dt>
          <dd>{exact ? <code>{right}</code> : right}</dd>
        </>
      )}
      {also.length > 0 && (
        <>
          <dt>{says.alsoRight}</dt>
          <dd>
            {exact ? <code>{also.slice(0, 3).join(", ")}</code> : also.slice(0, 3).join(", ")}
          </dd>
        </>
      )}
    </dl>
  );
}

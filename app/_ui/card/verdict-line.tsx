import type { Verdict } from "#core/grading/types";
import { cardText } from "#core/text/study/card-text";
import { RichText } from "#ui/rich-text";
import styles from "./verdict-line.module.css";

/** The verdict in a word, and the first reason beside it. */
export function VerdictLine({ verdict, overruled }: { verdict: Verdict; overruled: boolean }) {
  const text = cardText();
  const [first, ...more] = verdict.reasons;
  return (
    <div className={styles.verdict} data-outcome={overruled ? "correct" : verdict.outcome}>
      <h2 className={styles.word} tabIndex={-1} data-verdict>
        {overruled ? text.byYourWord : (verdict.headline ?? text.verdicts[verdict.outcome])}
      </h2>
      {first && (
        <p className={styles.reason}>
          <RichText text={first} />
        </p>
      )}
      {more.map((reason) => (
        <p key={reason} className={styles.more}>
          <RichText text={reason} />
        </p>
      ))}
    </div>
  );
}

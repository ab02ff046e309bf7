import { useId } from "react";
import type { Verdict } from "#core/grading/types";
import { cardText } from "#core/text/study/card-text";
import { RichText } from "#ui/rich-text";
import styles from "./verdict-line.module.css";

/** The verdict in a word; its reasons, which describe it, stand beside and below it. */
export function VerdictLine({ verdict, overruled }: { verdict: Verdict; overruled: boolean }) {
  const text = cardText();
  const id = useId();
  const reasons = verdict.reasons.map((reason, place) => ({ reason, id: `${id}${place}` }));
  return (
    <div className={styles.verdict} data-outcome={overruled ? "correct" : verdict.outcome}>
      <h2
        className={styles.word}
        tabIndex={-1}
        aria-describedby={reasons.map((one) => one.id).join(" ") || undefined}
        data-verdict
      >
        {overruled ? text.byYourWord : (verdict.headline ?? text.verdicts[verdict.outcome])}
      </h2>
      {reasons.map((one, place) => (
        <p key={one.id} id={one.id} className={place === 0 ? styles.reason : styles.more}>
          <RichText text={one.reason} />
        </p>
      ))}
    </div>
  );
}

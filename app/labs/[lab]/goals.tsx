import type { Standing } from "#core/labs/play";
import { labText } from "#core/text/labs/lab-text";
import controls from "#ui/controls.module.css";
import { RichText } from "#ui/rich-text";
import styles from "./lab.module.css";

/** What the goal wants, and of each part whether it is done or what is missing. */
export function Goals({ standing, onUndo }: { standing: Standing; onUndo: () => void }) {
  const text = labText();
  return (
    <section className={styles.goals} aria-label={text.goal}>
      <h2>{standing.reached ? text.goalReached : text.goal}</h2>
      <ul className={styles.goalList}>
        {standing.goals.map(({ wanted, missing }) => (
          <li key={wanted} data-met={missing === null}>
            <span className={styles.mark}>{missing === null ? text.met : text.notYet}</span>
            <span>
              <RichText text={wanted} />
              {missing !== null && (
                <span className={styles.missing}>
                  <RichText text={missing} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {standing.failed !== null && (
        <div className={styles.failed} role="alert">
          <p>
            <strong>{text.failed}.</strong> <RichText text={standing.failed} />
          </p>
          <button type="button" className={controls.button} onClick={onUndo}>
            {text.undo}
          </button>
        </div>
      )}
    </section>
  );
}

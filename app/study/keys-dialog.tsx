import type { Ref } from "react";
import controls from "#ui/controls.module.css";
import styles from "./study.module.css";

const keys = [
  ["space", "show the answer; then the rating that is framed"],
  ["1 2 3 4", "again, hard, good, easy; before the answer: the options by number"],
  ["Enter", "hand in what is typed, ticked or placed"],
  ["↑ ↓", "move the row that has the focus"],
  ["i", "“I was right”, after a typed answer that was not accepted"],
  ["u", "undo the last rating"],
  ["?", "this list"],
] as const;

/** Every key of the study page. */
export function KeysDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>Single keys can be switched off in the settings.</p>
      <form method="dialog" className={controls.actions}>
        <button type="submit" className={controls.strong}>
          Close
        </button>
      </form>
    </dialog>
  );
}

import type { Ref } from "react";
import { keyText } from "#core/text/study/key-text";
import controls from "#ui/controls.module.css";
import styles from "./study.module.css";

const keys = [
  ["space", "revealAndRate"],
  ["1 2 3 4", "rateAndChoose"],
  ["Enter", "handIn"],
  ["↑ ↓", "moveRow"],
  ["i", "overrule"],
  ["s", "suspend"],
  ["b", "bury"],
  ["m", "cardMenu"],
  ["u", "undoRating"],
  ["undo", "undoRating"],
  ["?", "thisList"],
] as const;

/** Every key of the study page. */
export function KeysDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  const text = keyText();
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby="keys-title">
      <h2 id="keys-title">{text.title}</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{text.names[key] ?? key}</kbd>
            </dt>
            <dd>{text[does]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>{text.inFields}</p>
      <p className={styles.muted}>{text.switchOff}</p>
      <form method="dialog" className={controls.actions}>
        <button type="submit" className={controls.strong}>
          {text.close}
        </button>
      </form>
    </dialog>
  );
}

import { keyText } from "#core/text/study/key-text";
import styles from "./key-hints.module.css";

export type KeyHint = { keys: string; does: string };

/** Which keys act now. On a touch screen they say nothing and are not shown. */
export function KeyHints({ hints }: { hints: KeyHint[] }) {
  const text = keyText();
  return (
    <ul className={styles.hints} aria-label={text.title}>
      {hints.map((hint) => (
        <li key={hint.keys + hint.does}>
          <kbd>{text.names[hint.keys] ?? hint.keys}</kbd> {hint.does}
        </li>
      ))}
    </ul>
  );
}

import { keyText } from "#core/text/study/key-text";
import styles from "#ui/controls.module.css";

/** The key that does the same as what it stands in; a hint for the eye alone. */
export function Key({ name }: { name: string | number }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keyText().names[name] ?? name}
    </span>
  );
}

import { keyText } from "#core/text/study/key-text";
import styles from "#ui/controls.module.css";

/**
 * The key that does the same as what it stands in; a hint for the eye alone, and only where and
 * while the key does that: see controls.module.css.
 */
export function Key({ name }: { name: string | number }) {
  return (
    <span className={styles.key} aria-hidden="true" data-key={kindOf(`${name}`)}>
      {keyText().names[name] ?? name}
    </span>
  );
}

/** Enter hands in from a field, too; space does not; a printing key can be switched off besides. */
function kindOf(name: string): "enter" | "space" | "single" | undefined {
  if (name === "Enter") return "enter";
  if (name === "space") return "space";
  return name.length === 1 ? "single" : undefined;
}

import styles from "./answers.module.css";

/** Right or not yet, by shape and word as well as by colour. */
export function Mark({ right }: { right: boolean }) {
  return (
    <span className={styles.mark} data-right={right}>
      <span aria-hidden="true">{right ? "✓" : "✕"}</span>
      <span className="visually-hidden">{right ? "Right: " : "Not right: "}</span>
    </span>
  );
}

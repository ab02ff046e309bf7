import type { Flag } from "#core/log/types";
import { markText } from "#core/text/study/mark-text";
import styles from "./marks.module.css";

/** A card's flag, by its colour and by its name. */
export function FlagLine({ flag }: { flag: Flag }) {
  return (
    <p className={styles.flag}>
      <span className={styles.colour} data-flag={flag} aria-hidden="true" />
      {markText().flagged(flag)}
    </p>
  );
}

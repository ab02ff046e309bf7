import type { QuizStyle } from "#core/log/types";
import styles from "./score-trend.module.css";

/** The mark of a quiz's style, around the origin of the drawing it stands in. */
export function TrendMark({ style }: { style: QuizStyle }) {
  switch (style) {
    case "practice":
      return <rect className={styles.mark} x="-7" y="-4.5" width="14" height="9" />;
    case "exam":
      return <path className={styles.mark} data-style="exam" d="M0-7 7 0 0 7-7 0Z" />;
    case "options":
      return <path className={styles.mark} data-style="options" d="M0-6.5 7 5.5-7 5.5Z" />;
    case "placement":
      return (
        <rect
          className={styles.mark}
          data-style="placement"
          x="-6"
          y="-4.5"
          width="12"
          height="9"
        />
      );
  }
}

import type { ClozeCard } from "#core/content/types";
import { paperText } from "#core/text/quiz/paper-text";
import { RichText } from "#ui/rich-text";
import styles from "./gap-sentence.module.css";

/** The sentence of a gap card with the gap left open. */
export function GapSentence({ card }: { card: ClozeCard }) {
  return (
    <>
      <RichText text={card.before} />
      <span className={styles.gap} role="img" aria-label={paperText().gap} />
      <RichText text={card.after} />
    </>
  );
}

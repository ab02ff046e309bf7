import type { ClozeCard } from "#core/content/types";
import { cardText } from "#core/text/study/card-text";
import { RichText } from "#ui/rich-text";
import styles from "./gap-sentence.module.css";

/** The sentence of a gap card with the gap left open. */
export function GapSentence({ card }: { card: ClozeCard }) {
  return (
    <>
      <RichText text={card.before} />
      <span className={styles.gap} role="img" aria-label={cardText().gap} />
      <RichText text={card.after} />
    </>
  );
}

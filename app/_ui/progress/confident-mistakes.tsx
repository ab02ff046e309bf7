import Link from "next/link";
import type { DeckIndex } from "#core/content/types";
import { calibrationText } from "#core/text/quiz/calibration-text";
import styles from "./progress.module.css";

/** So many are enough to begin with. */
const mostShown = 5;

type Props = { cards: readonly string[]; index: Pick<DeckIndex, "cards" | "concepts"> };

/** The ideas on which the learner was sure and mistaken, and has not been right since. */
export function ConfidentMistakes({ cards, index }: Props) {
  const concepts = cards.toReversed().flatMap((id) => {
    const concept = index.cards.find((card) => card.id === id)?.concept;
    return index.concepts.filter((one) => one.id === concept);
  });
  const shown = [...new Set(concepts)].slice(0, mostShown);
  if (shown.length === 0) return null;
  const text = calibrationText();
  return (
    <div className={styles.mistakes}>
      <h3>{text.mistakes}</h3>
      <p className={styles.note}>{text.mistakesLead}</p>
      <ul>
        {shown.map(({ id, topic, title }) => (
          <li key={id}>
            <Link href={`/deck/${topic}#${id}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

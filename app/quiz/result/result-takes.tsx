import type { TakeBefore } from "#core/quiz/history/takes-before";
import { quizHistoryText } from "#core/text/quiz/quiz-history-text";
import { quizResultText } from "#core/text/quiz/quiz-result-text";
import { deviceNow } from "#local/store/device-time";
import { dateWords } from "#ui/history/quiz-history";
import styles from "./result.module.css";
import type { ResultRow } from "./result-rows";

type Props = { takes: readonly TakeBefore[]; rows: readonly ResultRow[] };

/** How the same questions went before, and what changed since. */
export function ResultTakes({ takes, rows }: Props) {
  if (takes.length === 0) return null;
  const { utcOffset } = deviceNow();
  const text = quizResultText();
  return (
    <section className={styles.part}>
      <h2>{text.takesBefore}</h2>
      <ul className={styles.takes}>
        {takes.map(({ quiz, startedAt, style, right, asked, gained, lost }) => (
          <li key={quiz}>
            {text.take(
              dateWords(startedAt, utcOffset),
              text.score(right, asked),
              quizHistoryText().styles[style],
            )}
            {gained.length + lost.length === 0 && ` ${text.sameAsThen}`}
            <Changed label={text.gained} cards={gained} rows={rows} />
            <Changed label={text.lost} cards={lost} rows={rows} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ChangedProps = { label: string; cards: readonly string[]; rows: readonly ResultRow[] };

function Changed({ label, cards, rows }: ChangedProps) {
  const changed = rows.filter(({ card }) => cards.includes(card.id));
  if (changed.length === 0) return null;
  return (
    <div className={styles.changed}>
      <p>{label}</p>
      <ul>
        {changed.map(({ card, title }) => (
          <li key={card.id}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

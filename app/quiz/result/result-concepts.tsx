import Link from "next/link";
import type { ConceptCount } from "#core/quiz/score/count-concepts";
import { quizResultText } from "#core/text/quiz/quiz-result-text";
import controls from "#ui/controls.module.css";
import styles from "./result.module.css";

type Props = {
  counts: readonly ConceptCount[];
  /** Whether a card comes in the next study session, as one that was missed. */
  comesBack: (card: string) => boolean;
};

/** Each idea asked about: first what was missed, and that it comes back; the others folded. */
export function ResultConcepts({ counts, comesBack }: Props) {
  const whole = counts.filter(({ missed, open }) => missed.length + open.length === 0);
  const others = counts.filter((count) => !whole.includes(count));
  const isComing = counts.some(({ missed }) => missed.some(comesBack));
  const text = quizResultText();
  return (
    <section className={styles.part}>
      <h2>{text.byConcept}</h2>
      {others.length > 0 && <ConceptTable counts={others} comesBack={comesBack} />}
      {isComing && (
        <p className={`${controls.actions} ${styles.notOnPaper}`}>
          <Link href="/study" className={controls.button} prefetch={false}>
            {text.studyThem}
          </Link>
        </p>
      )}
      {whole.length > 0 && (
        <details className={styles.whole}>
          <summary>{text.wholeConcepts(whole.length)}</summary>
          <ConceptTable counts={whole} comesBack={comesBack} />
        </details>
      )}
    </section>
  );
}

function ConceptTable({ counts, comesBack }: Props) {
  const text = quizResultText();
  return (
    <table>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{text.concept}</th>
          <th scope="col">{text.right}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((count) => (
          <tr key={count.concept}>
            <td>
              <Link href={`/deck/${count.topic}#${count.concept}`} prefetch={false}>
                {count.title}
              </Link>{" "}
              <span className={styles.becomes}>{becomes(count, comesBack)}</span>
            </td>
            <td className={styles.number}>{text.score(count.right, count.asked)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function becomes({ missed, open }: ConceptCount, comesBack: Props["comesBack"]): string | null {
  const text = quizResultText();
  if (missed.some(comesBack)) return text.comesBack;
  if (missed.length > 0) return text.studiedSince;
  return open.length > 0 ? text.leftOpen : null;
}

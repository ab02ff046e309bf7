import { type PaperAnswer, paperAnswer } from "#core/quiz/paper/paper-question";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";
import { paperText } from "#core/text/quiz/paper-text";
import styles from "./answer-sheet.module.css";
import parts from "./paper-parts.module.css";

type Props = { title: string; questions: readonly SheetQuestion[] };

/** One page to hand in: a row of fields for each question. */
export function AnswerSheet({ title, questions }: Props) {
  const text = paperText();
  return (
    <section className={styles.page} aria-labelledby="answer-sheet">
      <h2 id="answer-sheet">{text.sheet}</h2>
      <p className={styles.of}>{title}</p>
      <ul className={styles.person}>
        {[text.name, text.date, text.right(questions.length)].map((label) => (
          <li key={label}>
            {label} <span className={parts.line} />
          </li>
        ))}
      </ul>
      <ol className={`${parts.numbered} ${styles.grid}`}>
        {questions.map((question) => (
          <li key={question.card.id}>
            <Cells answer={paperAnswer(question)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Cells({ answer }: { answer: PaperAnswer }) {
  switch (answer.form) {
    case "tick":
      return <Row names={answer.options.map(({ letter }) => letter)} box={parts.box} />;
    case "place":
      return <Row names={answer.items.map(({ letter }) => letter)} box={parts.wideBox} />;
    case "letter":
      return <Row names={answer.rows.map((_, at) => `${at + 1}`)} box={parts.wideBox} />;
    case "write":
      return (
        <>
          <span className={styles.answer} />
          {answer.code && <span className={styles.answer} />}
        </>
      );
  }
}

function Row({ names, box }: { names: string[]; box: string | undefined }) {
  return names.map((name) => (
    <span key={name} className={styles.cell}>
      {name} <span className={box} />
    </span>
  ));
}

import { codeSpan } from "#core/content/inline";
import { type PaperAnswer, paperAnswer } from "#core/quiz/paper/paper-question";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";
import { paperText } from "#core/text/quiz/paper-text";
import { slideWords } from "#ui/card/slide-words";
import { RichText } from "#ui/rich-text";
import styles from "./answer-sheet.module.css";
import parts from "./paper-parts.module.css";

type Props = { title: string; questions: readonly SheetQuestion[] };

/** What is right, and why in a sentence or two. */
export function AnswerKey({ title, questions }: Props) {
  return (
    <section className={styles.page} aria-labelledby="answer-key">
      <h2 id="answer-key">{paperText().key}</h2>
      <p className={styles.of}>{title}</p>
      <ol className={`${parts.numbered} ${styles.key}`}>
        {questions.map((question) => (
          <li key={question.card.id}>
            <p className={styles.right}>
              <Right answer={paperAnswer(question)} />
            </p>
            <p>
              <RichText text={question.card.explain} />{" "}
              <span className={styles.slide}>{slideWords(question.card.slides)}</span>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Right({ answer }: { answer: PaperAnswer }) {
  switch (answer.form) {
    case "tick":
      return answer.options
        .filter(({ right }) => right)
        .map(({ letter, text }) => (
          <span key={letter} className={styles.option}>
            <b>{letter}</b> <RichText text={text} />
          </span>
        ));
    case "place":
      return answer.items.map(({ letter, place }) => `${letter} ${place}`).join(", ");
    case "letter":
      return answer.rows.map(({ letter }, at) => `${at + 1} ${letter}`).join(", ");
    case "write":
      return <Written {...answer} />;
  }
}

/** Other spellings than these are right, too: two say what is meant. */
const alsoShown = 2;

function Written({ accept, code, number }: Extract<PaperAnswer, { form: "write" }>) {
  const [first = `${number?.value}`, ...others] = accept;
  const also = others.slice(0, alsoShown);
  const text = paperText();
  if (code) {
    return [first, ...also.slice(0, 1)].map((command) => (
      <span key={command} className={styles.option}>
        <RichText text={codeSpan(command)} />
      </span>
    ));
  }
  const { value = 0, tolerance = 0, unit } = number ?? {};
  return (
    <>
      {first}
      {unit !== undefined && !first.includes(unit) && ` ${unit}`}
      {tolerance > 0 && `, ${text.within(value - tolerance, value + tolerance)}`}
      {number === undefined && also.length > 0 && `, ${text.or(also.join(", "))}`}
    </>
  );
}

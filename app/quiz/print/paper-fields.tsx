import { plainText } from "#core/content/inline";
import type { MachineCard } from "#core/grading/machine-card";
import type { Lettered, PaperAnswer } from "#core/quiz/paper/paper-question";
import { paperText } from "#core/text/quiz/paper-text";
import { RichText } from "#ui/rich-text";
import styles from "./paper.module.css";
import parts from "./paper-parts.module.css";

type Props = { card: MachineCard; answer: PaperAnswer };

/** Boxes to tick or to write in, or a line, as the question is answered. */
export function PaperFields({ card, answer }: Props) {
  const text = paperText();
  switch (answer.form) {
    case "tick":
      return (
        <>
          {answer.several && <p className={styles.task}>{text.tickAll}</p>}
          <Boxes items={answer.options} />
        </>
      );
    case "place":
      return (
        <>
          <p className={styles.task}>{text.numberThem(answer.items.length)}</p>
          <Boxes items={answer.items} wide />
        </>
      );
    case "letter":
      return (
        <>
          <p className={styles.task}>{text.letterThem}</p>
          <div className={styles.pairs}>
            <Rows rows={answer.rows} />
            <Letters letters={answer.letters} />
          </div>
        </>
      );
    case "write":
      // A gap is filled in where it stands.
      return card.kind === "cloze" ? null : <WriteLine answer={answer} />;
  }
}

function Boxes({ items, wide = false }: { items: readonly Lettered[]; wide?: boolean }) {
  return (
    <ul className={styles.rows} data-short={areShort(items) || undefined}>
      {items.map(({ letter, text }) => (
        <li key={letter}>
          <span className={wide ? parts.wideBox : parts.box} />
          <b>{letter}</b>
          <span>
            <RichText text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Characters that fit in half a line of paper, with box and letter. */
const half = 34;

function areShort(items: readonly Lettered[]): boolean {
  return items.every(({ text }) => plainText(text).length <= half);
}

function Rows({ rows }: Pick<Extract<PaperAnswer, { form: "letter" }>, "rows">) {
  return (
    <ul className={styles.rows}>
      {rows.map(({ text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a printed question never move
        <li key={at}>
          <span className={parts.wideBox} />
          <b>{at + 1}</b>
          {text !== null && (
            <span>
              <RichText text={text} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Letters({ letters }: { letters: readonly Lettered[] }) {
  return (
    <ul className={styles.rows}>
      {letters.map(({ letter, text }) => (
        <li key={letter}>
          <b>{letter}</b>
          <span>
            <RichText text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function WriteLine({ answer }: { answer: Extract<PaperAnswer, { form: "write" }> }) {
  return (
    <p className={styles.write}>
      {answer.code && <code>$</code>}
      <span className={parts.line} />
      {answer.number?.unit}
    </p>
  );
}

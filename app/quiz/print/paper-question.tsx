import type { MachineCard } from "#core/grading/machine-card";
import { paperAnswer } from "#core/quiz/paper/paper-question";
import type { SheetQuestion } from "#core/quiz/paper/sheet-question";
import { paperText } from "#core/text/quiz/paper-text";
import { GapSentence } from "#ui/card/gap-sentence";
import { Diagram } from "#ui/diagram/diagram";
import { RichText } from "#ui/rich-text";
import { Terminal } from "#ui/terminal/terminal";
import styles from "./paper.module.css";
import { PaperFields } from "./paper-fields";

/** What is asked, and where the answer goes. */
export function PaperQuestion({ question }: { question: SheetQuestion }) {
  const { card } = question;
  return (
    <li className={styles.question}>
      <p className={styles.front}>
        {card.kind === "cloze" ? <GapSentence card={card} /> : <RichText text={card.front} />}
      </p>
      {card.kind === "output" && (
        <Terminal command={card.command} output={card.output} proof={card.proof} />
      )}
      <div className={card.kind === "diagram" ? styles.drawn : undefined}>
        {card.kind === "diagram" && <OpenDrawing card={card} />}
        <div>
          <PaperFields card={card} answer={paperAnswer(question)} />
        </div>
      </div>
    </li>
  );
}

/** The drawing with a number in place of each label that is asked for. */
function OpenDrawing({ card }: { card: Extract<MachineCard, { kind: "diagram" }> }) {
  const blanks = card.places.map(
    ({ part }, at) => [part, { number: at + 1, label: null }] as const,
  );
  const name = paperText().drawing(card.places.length);
  return <Diagram diagram={card.drawing} name={name} blanks={new Map(blanks)} />;
}

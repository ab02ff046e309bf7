import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Verdict } from "#core/grading/types";
import { labelsOf } from "#core/grading/verdict/labels-of";
import { diagramAnswerText } from "#core/text/study/diagram-answer-text";
import type { AnswerProps } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import { Diagram } from "#ui/diagram/diagram";
import { RichText } from "#ui/rich-text";

type Props = {
  card: AnswerProps<"diagram">["card"];
  given: readonly (number | null)[];
  verdict: Verdict;
};

/** The drawing with every label where it belongs, and below it what was put there and why not. */
export function DiagramReview({ card, given, verdict }: Props) {
  const text = diagramAnswerText();
  const all = labelsOf(card);
  const rows = card.places.map((place, index) => {
    const label = all[given[index] ?? -1];
    const why = verdict.parts.find((part) => part.index === index)?.why ?? place.why;
    const home = card.places.findIndex((other) => other.label === label) + 1;
    return { ...place, why, number: index + 1, put: label, home, right: label === place.label };
  });
  const whys = whysInOrder(
    rows.map(({ why }) => why),
    verdict.reasons,
  );
  const blanks = new Map(
    rows.map(({ part, number, label, right }) => [part, { number, label, right }]),
  );
  return (
    <div className={styles.drawn}>
      <Diagram diagram={card.drawing} name={text.named} blanks={blanks} />
      <ol className={styles.review}>
        {rows.map(({ part, number, label, put, home, right }, place) => (
          <li key={part}>
            <Mark right={right} />
            <div>
              <p>
                {number} <RichText text={label} />
                {!right && put !== undefined && (
                  <span className={styles.yours}>
                    {" "}
                    {text.youPut} <RichText text={put} />
                    {home > 0 && text.belongs(home)}
                  </span>
                )}
              </p>
              <Why text={whys[place]} />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

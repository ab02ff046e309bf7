import type { Option } from "#core/content/types";
import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Said } from "#core/grading/kinds/one-by-one";
import { answerText } from "#core/text/study/answer-text";
import { inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import { RichText } from "#ui/rich-text";

type Props = {
  options: readonly Option[];
  display: readonly number[];
  /** What the verdict says already. */
  reasons: readonly string[];
} & (
  | { chosen: readonly number[]; said?: undefined }
  /** What was said to each, where they were shown one at a time. */
  | { said: Said; chosen?: undefined }
);

/** Every option after the verdict: whether it is right, whether it was chosen, and why. */
export function OptionsReview({ options, display, reasons, chosen, said }: Props) {
  const rows = inOrder(options, display);
  const whys = whysInOrder(
    rows.map(({ item }) => item.why),
    reasons,
  );
  return (
    <ul className={styles.review}>
      {rows.map(({ index, item }, place) => {
        const wasChosen = said ? said[index] === true : chosen.includes(index);
        return (
          <li key={index} data-quiet={!(item.right || wasChosen) || undefined}>
            {item.right || wasChosen ? <Mark right={item.right} /> : <span />}
            <div>
              <p>
                <RichText text={item.text} />
                {!said && wasChosen && <span className={styles.yours}> {answerText().yours}</span>}
              </p>
              {said && <p className={styles.said}>{saidWords(said[index] ?? null)}</p>}
              <Why text={whys[place]} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function saidWords(word: boolean | null): string {
  const text = answerText();
  if (word === null) return text.notAsked;
  return word ? text.saidYes : text.saidNo;
}

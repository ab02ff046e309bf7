import type { Option } from "#core/content/types";
import { answerText } from "#core/text/answer-text";
import { RichText } from "#ui/rich-text";
import { inOrder } from "./answer-props";
import styles from "./answers.module.css";
import { Mark } from "./mark";

type Props = { options: readonly Option[]; display: readonly number[]; chosen: readonly number[] };

/** Every option after the verdict: whether it is right, whether it was chosen, and why. */
export function OptionsReview({ options, display, chosen }: Props) {
  return (
    <ul className={styles.review}>
      {inOrder(options, display).map(({ index, item }) => {
        const wasChosen = chosen.includes(index);
        return (
          <li key={index} data-quiet={!(item.right || wasChosen) || undefined}>
            {item.right || wasChosen ? <Mark right={item.right} /> : <span />}
            <div>
              <p>
                <RichText text={item.text} />
                {wasChosen && <span className={styles.yours}> {answerText().yours}</span>}
              </p>
              <p className={styles.why}>
                <RichText text={item.why} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

import { Fragment } from "react";
import { typedFacts } from "#core/feedback/typed-facts";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import styles from "#ui/answers/parts/answers.module.css";

type Props = {
  asked: Parameters<typeof typedFacts>[0];
  text: string;
  verdict: Verdict;
  /** The answer that stands in the sentence above. */
  shown?: string | undefined;
};

/** What was typed, and what is accepted beside it. */
export function TypedReview({ asked, text, verdict, shown }: Props) {
  const says = answerText();
  const { typed, right, also } = typedFacts(asked, { text, verdict, shown });
  const rows = [
    [says.youTyped, typed === null ? [] : [typed]],
    [says.right, right],
    [says.alsoRight, also],
  ] as const;
  return (
    <dl className={styles.facts}>
      {rows.map(
        ([name, answers]) =>
          answers.length > 0 && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>
                {answers.map((answer, place) => (
                  <Fragment key={answer}>
                    {place > 0 && ", "}
                    {asked.exact ? <code>{answer}</code> : answer}
                  </Fragment>
                ))}
              </dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

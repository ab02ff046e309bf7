"use client";

import { whysInOrder } from "#core/feedback/whys-in-order";
import type { Verdict } from "#core/grading/types";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { useKeepDraft } from "#ui/answers/parts/draft";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import { RichText } from "#ui/rich-text";
import { CheckList } from "./check-list";

/** The items revealed: the learner ticks those that they said. */
export function ListInput({ card, given, verdict, onAnswer, ...rest }: AnswerProps<"list">) {
  const keep = useKeepDraft();
  const said = given?.said ?? [];
  if (verdict) return <ListReview {...{ card, said, verdict }} display={rest.display} />;
  return (
    <CheckList
      {...rest}
      items={card.items}
      legend={answerText().tickSaid}
      submit={answerText().done}
      checked={said}
      onChange={(now) => keep({ kind: "list", said: now })}
      onSubmit={(now) => onAnswer({ kind: "list", said: now })}
    />
  );
}

type ReviewProps = Pick<AnswerProps<"list">, "card" | "display"> & {
  said: readonly number[];
  verdict: Verdict;
};

function ListReview({ card, display, said, verdict }: ReviewProps) {
  const rows = inOrder(card.items, display);
  const notes = whysInOrder(
    rows.map(({ item }) => item.note),
    verdict.reasons,
  );
  return (
    <ul className={styles.review}>
      {rows.map(({ index, item }, place) => (
        <li key={index}>
          <Mark right={said.includes(index)} />
          <div>
            <p>
              <RichText text={item.text} />
            </p>
            <Why text={notes[place]} />
          </div>
        </li>
      ))}
    </ul>
  );
}

"use client";

import { whysInOrder } from "#core/feedback/whys-in-order";
import { answerText } from "#core/text/study/answer-text";
import { type AnswerProps, inOrder } from "#ui/answers/parts/answer-props";
import styles from "#ui/answers/parts/answers.module.css";
import { Mark } from "#ui/answers/parts/mark";
import { Why } from "#ui/answers/parts/why";
import { RichText } from "#ui/rich-text";
import { CheckList } from "./check-list";

/** The items revealed: the learner ticks those that they said. */
export function ListInput({
  card,
  display,
  given,
  verdict,
  shortcuts,
  onAnswer,
}: AnswerProps<"list">) {
  const rows = inOrder(card.items, display);
  if (verdict) {
    const notes = whysInOrder(
      rows.map(({ item }) => item.note),
      verdict.reasons,
    );
    return (
      <ul className={styles.review}>
        {rows.map(({ index, item }, place) => (
          <li key={index}>
            <Mark right={given?.said.includes(index) ?? false} />
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
  return (
    <CheckList
      legend={answerText().tickSaid}
      submit={answerText().done}
      shortcuts={shortcuts}
      rows={rows.map(({ index, item }) => ({ index, label: <RichText text={item.text} /> }))}
      onSubmit={(said) => onAnswer({ kind: "list", said })}
    />
  );
}

"use client";

import { Key } from "#ui/key";
import { RichText } from "#ui/rich-text";
import { useKeys } from "#ui/use-keys";
import { type AnswerProps, inOrder } from "./answer-props";
import styles from "./answers.module.css";
import { OptionsReview } from "./options-review";

export function ChoiceInput(props: AnswerProps<"choice">) {
  const { card, display, given, verdict, onAnswer } = props;
  const choose = (option: number) => onAnswer({ kind: "choice", option });
  const keys = display.map((option, place) => [`${place + 1}`, () => choose(option)] as const);
  useKeys(verdict ? {} : Object.fromEntries(keys), props.shortcuts);

  if (verdict) {
    const chosen = given ? [given.option] : [];
    return <OptionsReview options={card.options} display={display} chosen={chosen} />;
  }
  return (
    <ul className={styles.options}>
      {inOrder(card.options, display).map(({ index, item }, place) => (
        <li key={index}>
          <button type="button" className={styles.option} onClick={() => choose(index)}>
            <Key name={place + 1} />
            <span>
              <RichText text={item.text} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
